package guanjia;

import guanjia.staff.StaffAccounts;
import java.io.PrintStream;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What the operator sees at a start: the passwords made just now, what to try, and, last, that it is ready. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstStart implements ApplicationRunner {
    private final ObjectProvider<SampleEstates> samples;
    private final StaffAccounts staff;
    private final Environment environment;
    private final String adminPassword;
    private final PrintStream screen = System.out;

    FirstStart(
            ObjectProvider<SampleEstates> samples,
            StaffAccounts staff,
            Environment environment,
            @Value("${guanjia.admin-password:}") String adminPassword) {
        this.samples = samples;
        this.staff = staff;
        this.environment = environment;
        this.adminPassword = adminPassword;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (has(Role.CONSOLE)) {
            staff.makeFirstAdmin(Optional.of(adminPassword).filter(password -> !password.isBlank()))
                    .ifPresent(password -> print("Staff account admin, password (shown once): " + password));
        }
        if (wantsSamples()) {
            samples.stream()
                    .map(SampleEstates::load)
                    .flatMap(passwords -> passwords.entrySet().stream())
                    .forEach(made -> print(
                            "Sample staff account " + made.getKey() + ", password (shown once): " + made.getValue()));
        }
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        String url = environment.getProperty("guanjia.public-url", "");
        if (wantsSamples() && has(Role.BOT)) {
            print("Try it as a resident: " + url + "/chat?estate=yihe (flats) or " + url
                    + "/chat?estate=xinghui (offices)");
            print("Try it as the front desk: " + url + "/console (yihe-front or xinghui-front)");
            print("Ask: 游泳池几点关门 · 停车月保多少钱 · 人工 · When is the gym open?");
        }
        print("Guanjia is ready: " + url);
    }

    private boolean has(Role role) {
        return environment.getProperty(role.property(), Boolean.class, false);
    }

    /**
     * Real residents must not meet a made-up estate, so real channels keep it away unless it is asked for. Of several processes on the same
     * stores the one with the console makes it.
     */
    private boolean wantsSamples() {
        boolean embedded = environment.getProperty(StoresAtStart.EMBEDDED, Boolean.class, false);
        boolean realChannel =
                isReal("telegram.token", "telegram.api-url") || isReal("twilio.auth-token", "twilio.api-url");
        boolean wanted = environment.getProperty("guanjia.sample-data", Boolean.class, embedded && !realChannel);
        return wanted && (embedded || has(Role.CONSOLE));
    }

    private boolean isReal(String secret, String address) {
        return !environment.getProperty("guanjia." + secret, "").isBlank()
                && environment.getProperty("guanjia." + address, "").isBlank();
    }

    private void print(String line) {
        screen.println(line);
    }
}
