package guanjia;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Turns {@code GUANJIA_ROLES} into one property a role, before the stores start: a wrong name starts nothing. */
class RolesAtStart implements EnvironmentPostProcessor, Ordered {
    private static final String ALL = "bot,notifier,console";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String written = environment.getProperty("guanjia.roles", "");
        Set<Role> roles = Role.read(written.isBlank() ? ALL : written)
                .orElseThrow(() -> new WrongSetting(
                        "GUANJIA_ROLES", "one or more of bot, notifier and console, separated by commas"));
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            properties.put(role.property(), roles.contains(role));
        }
        environment.getPropertySources().addFirst(new MapPropertySource("roles", properties));
    }

    /** Just before {@link StoresAtStart}, after the configuration files are read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }
}
