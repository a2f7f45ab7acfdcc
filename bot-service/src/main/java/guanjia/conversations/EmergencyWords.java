package guanjia.conversations;

import guanjia.delivery.Content;
import guanjia.directory.Estate;
import guanjia.knowledge.Emergency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What to do in a danger: three lines and the numbers to call. */
final class EmergencyWords {
    private static final String DEFAULT_COUNTRY = "CN";

    private EmergencyWords() {}

    static Content of(Emergency emergency, Scene scene) {
        Voice voice = scene.voice();
        Map<String, String> parts = new HashMap<>();
        for (String service : List.of("fire", "ambulance", "police")) {
            parts.put(service, publicNumber(service, scene));
        }
        String kind = emergency.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        parts.put("instruction", voice.words("emergency." + kind, parts));
        parts.put("public", voice.words("emergency.public", parts));
        return Content.text(voice.words(scene.estate().isPresent() ? "emergency" : "emergency.no-estate", parts));
    }

    private static String publicNumber(String service, Scene scene) {
        String country = scene.estate().map(Estate::phoneRegion).orElse(DEFAULT_COUNTRY);
        String key = "number." + service + ".";
        Voice voice = scene.voice();
        return voice.words(voice.wording().has(key + country) ? key + country : key + DEFAULT_COUNTRY);
    }
}
