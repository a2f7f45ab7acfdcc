package guanjia.knowledge;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The language model; {@code guanjia.llm.*}. Off when nothing is set.
 *
 * @param baseUrl of an interface like OpenAI's, ends in {@code /v1}
 * @param apiKey may stay empty for a model of one's own
 * @param model its name there
 * @param timeout a slower answer is given up for the extract
 */
@ConfigurationProperties("guanjia.llm")
record LlmSettings(
        @DefaultValue("") String baseUrl,
        @DefaultValue("") String apiKey,
        @DefaultValue("") String model,
        @DefaultValue("8s") Duration timeout) {
    LlmSettings {
        if (baseUrl.isBlank() != model.isBlank()) {
            throw new IllegalArgumentException(
                    "GUANJIA_LLM_BASE_URL and GUANJIA_LLM_MODEL are set together or not at all; only one is");
        }
        if (baseUrl.isBlank() && !apiKey.isBlank()) {
            throw new IllegalArgumentException("GUANJIA_LLM_API_KEY is set, but GUANJIA_LLM_BASE_URL isn't");
        }
        if (!baseUrl.isBlank() && !isHttp(baseUrl)) {
            throw new IllegalArgumentException("GUANJIA_LLM_BASE_URL is no http or https address");
        }
    }

    boolean isOn() {
        return !baseUrl.isBlank();
    }

    private static boolean isHttp(String url) {
        try {
            String scheme = URI.create(url).getScheme();
            return "http".equals(scheme) || "https".equals(scheme);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
