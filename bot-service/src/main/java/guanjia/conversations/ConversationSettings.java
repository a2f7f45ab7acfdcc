package guanjia.conversations;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the conversations.
 *
 * @param publicUrl the product's address as residents reach it ({@code GUANJIA_PUBLIC_URL})
 * @param llm the language model; only whether there is one matters here
 */
@ConfigurationProperties("guanjia")
record ConversationSettings(String publicUrl, @DefaultValue Llm llm) {
    /** @param baseUrl {@code GUANJIA_LLM_BASE_URL}; empty for no model */
    record Llm(@DefaultValue("") String baseUrl) {}

    ConversationSettings {
        publicUrl = publicUrl.replaceAll("/+$", "");
    }

    boolean hasModel() {
        return !llm.baseUrl().isBlank();
    }
}
