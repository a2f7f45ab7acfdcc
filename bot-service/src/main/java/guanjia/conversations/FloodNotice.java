package guanjia.conversations;

import guanjia.conversations.TranscriptLine.Who;
import guanjia.delivery.Content;
import guanjia.directory.Estate;
import guanjia.directory.Estates;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One polite word to somebody who sends too much, once a flood. */
final class FloodNotice {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Notices notices;
    private final Estates estates;
    private final Wording wording;
    private final Clock clock;

    FloodNotice(Notices notices, Estates estates, Wording wording, Clock clock) {
        this.notices = notices;
        this.estates = estates;
        this.wording = wording;
        this.clock = clock;
    }

    void tell(Conversation flooded) {
        Instant now = clock.instant();
        notices.change(flooded.id(), conversation -> {
            Scene scene = Scene.of(conversation, conversation.talk(), estates, wording, now);
            ZoneId zone = scene.estate().map(Estate::timeZone).orElse(ZoneOffset.UTC);
            String again = TIME.format(now.plus(Flood.WINDOW).atZone(zone));
            Content content = Content.text(scene.voice().words("flood", Map.of("time", again)));
            Line line = Notices.line(conversation, 1, Who.BOT, Optional.empty(), content, now);
            return Optional.of(new Notices.Change(conversation.standing(), conversation.talk(), List.of(line)));
        });
    }
}
