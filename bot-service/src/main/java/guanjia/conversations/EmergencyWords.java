package guanjia.conversations;

import guanjia.delivery.Content;
import guanjia.knowledge.Emergency;
import java.util.Locale;
import java.util.Map;

/** What to do in a danger: three lines and the numbers to call. */
final class EmergencyWords {
    private EmergencyWords() {}

    static Content of(Emergency emergency, Scene scene) {
        String kind = emergency.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Map<String, String> parts = Map.of(
                "instruction", scene.voice().words("emergency." + kind),
                "public", scene.voice().words("emergency.public"));
        return Content.text(scene.voice()
                .words(scene.estate().isPresent() ? "emergency" : "emergency.no-estate", parts));
    }
}
