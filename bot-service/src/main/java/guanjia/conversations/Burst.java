package guanjia.conversations;

import guanjia.conversations.InboundContent.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Updates that are read as one: a single one, or several short messages sent one after the other ("我家" "厨房" "漏水了").
 *
 * @param updates in order, at least one
 * @param content what they are together
 */
record Burst(List<Inbound> updates, InboundContent content) {
    /** Longer ones are sentences of their own; up to here people cut one sentence into several messages. */
    private static final int SHORT = 12;

    /** The bursts among some updates, in order. */
    static List<Burst> of(List<Inbound> updates) {
        List<Burst> bursts = new ArrayList<>();
        List<Inbound> run = new ArrayList<>();
        for (Inbound update : updates) {
            if (!isShort(update)) {
                close(run, bursts);
                bursts.add(new Burst(List.of(update), update.content()));
            } else {
                run.add(update);
            }
        }
        close(run, bursts);
        return bursts;
    }

    /** The words, where there are some. */
    Optional<String> text() {
        return content instanceof Text text ? Optional.of(text.text()) : Optional.empty();
    }

    private static void close(List<Inbound> run, List<Burst> bursts) {
        if (!run.isEmpty()) {
            String all = run.stream()
                    .map(update -> ((Text) update.content()).text().strip())
                    .collect(Collectors.joining(" "));
            bursts.add(
                    new Burst(List.copyOf(run), run.size() == 1 ? run.getFirst().content() : new Text(all)));
            run.clear();
        }
    }

    private static boolean isShort(Inbound update) {
        return update.content() instanceof Text text && text.text().strip().length() <= SHORT && !isWhole(text.text());
    }

    /** Numbers and question marks end a thought: "1" "2" and "几点开门?" "多少钱?" are messages of their own. */
    private static boolean isWhole(String text) {
        return text.strip().matches("\\d{1,2}|.*[?？!！。.]");
    }
}
