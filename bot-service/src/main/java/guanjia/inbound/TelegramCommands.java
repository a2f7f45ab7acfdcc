package guanjia.inbound;

import guanjia.delivery.TelegramApi;
import guanjia.directory.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The commands in the menu of every Telegram chat, in the languages of our message files. */
final class TelegramCommands {
    /** In the order shown. {@code /start} is Telegram's own and needs no entry. */
    static final List<String> NAMES = List.of("menu", "human", "language", "estate", "cancel", "help");

    private final InboundWords words;

    TelegramCommands(InboundWords words) {
        this.words = words;
    }

    /**
     * Tells Telegram. It knows languages by two letters only, so one Chinese list serves both scripts; apps in any other language show
     * the product's first one.
     */
    void register(TelegramApi telegram) {
        telegram.setCommands("", in(Language.ZH_HANS));
        telegram.setCommands("zh", in(Language.ZH_HANS));
        telegram.setCommands("en", in(Language.EN));
    }

    private Map<String, String> in(Language language) {
        Map<String, String> commands = new LinkedHashMap<>();
        NAMES.forEach(name -> commands.put(name, words.say(language, "command." + name)));
        return commands;
    }
}
