package guanjia.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.delivery.ChannelKind;
import guanjia.delivery.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** A conversation that the first version stored, in the middle of a flow that has changed since, goes on. */
class OlderConversationTest {
    private final World world = new World(Instant.parse("2026-11-25T02:00:00Z"));
    private final RehearsedRepair repair = new RehearsedRepair();
    private final BotProcess bot =
            new BotProcess(world, KillSwitch.never(), FakeKnowledge.parts().with(repair, repair));
    private final Chat chat = new Chat(world, bot, ChannelKind.TELEGRAM, Optional.empty());

    @Test
    void goesOnWhereItStood() {
        world.database.getCollection("conversations").insertOne(stored());
        assertThat(bot.conversations.find(chat.id())).isPresent();
        chat.says("厨房水龙头一直在漏水");
        assertThat(chat.news()).extracting(Content::text).containsExactly("方便的话请发照片，最多3张。");
        for (String words : List.of("跳过", "跳过", "对")) {
            chat.says(words);
        }
        assertThat(repair.registered.values())
                .containsExactly(new RehearsedRepair.Register(RehearsedRepair.Place.HOME, "厨房水龙头一直在漏水"));
    }

    /** As written by version 1 of the state, before there were due times and offers; "spot" is what the place was called then. */
    private Document stored() {
        String json = """
                {"_id": "%s", "address": {"channel": "TELEGRAM", "value": "%s", "sender": "bot"},
                 "inbox": [], "claimed": [], "outbox": [], "recent": [], "turns": {"$numberLong": "2"}, "seq": {"$numberLong": "4"},
                 "arrivals": {"$numberLong": "2"}, "touched": {"$date": "2026-11-24T02:00:00Z"}, "work": false,
                 "state": {"version": 1, "flow": {"name": "repair", "instance": "1", "askedAt": "2026-11-24T02:00:00Z",
                   "answers": [{"question": "spot", "values": ["HOME"], "stage": "KEPT"}], "said": []},
                   "question": "what", "aim": "NEXT", "reminded": false, "started": 1, "parked": [], "misunderstandings": 0, "lastPress": ""},
                 "estate": "yihe", "language": "zh-Hans", "chosen": false, "held": null, "shown": [], "lastPress": "", "welcomed": true,
                 "mode": "BOT", "epoch": {"$numberLong": "0"}, "agent": null, "since": {"$date": "2026-11-24T02:00:00Z"},
                 "told": {"$date": "2026-11-24T02:00:00Z"}, "callBackBy": null, "attention": false, "urgent": false}
                """;
        return Document.parse(json.formatted(chat.id().value(), chat.address().value()));
    }
}
