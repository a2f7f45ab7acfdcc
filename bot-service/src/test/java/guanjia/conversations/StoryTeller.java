package guanjia.conversations;

import guanjia.delivery.Button;
import guanjia.delivery.ChannelKind;
import guanjia.delivery.Content;
import guanjia.dialogue.EffectHandler;
import guanjia.dialogue.Flow;
import guanjia.directory.Language;
import guanjia.staff.Role;
import guanjia.staff.StaffMember;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays the people of a story against the bot and writes down what is said. Lines that act: {@code 居民: words}, several messages sent at
 * once between bars {@code ｜}, {@code [label]} presses a button, {@code (photo)} and the like send other things; {@code 前台: words},
 * {@code (takes)}, {@code (hands back)}; {@code 时间: 2026-11-25 10:00} or {@code +30m}. All other lines are the bot's.
 */
final class StoryTeller {
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Pattern ACTION = Pattern.compile("(居民|前台|时间): (.*)");
    private static final StaffMember CLERK =
            new StaffMember("clerk", "yihe-front", "小林", Role.FRONT_DESK, TwoEstates.CODES);
    /** Begins a line that no story may have. */
    static final String WRONG = "!! ";

    private static final String AT_ONCE = "｜";

    private final World world =
            new World(LocalDateTime.parse("2026-11-25 10:00", TIME).atZone(HERE).toInstant());
    private final RehearsedRepair repair = new RehearsedRepair();
    private final BotProcess bot;
    private final Chat chat;
    private final List<String> told = new ArrayList<>();

    StoryTeller(Language language) {
        List<Flow> flows = List.of(repair);
        List<EffectHandler<?>> handlers = List.of(repair);
        bot = new BotProcess(
                world,
                KillSwitch.never(),
                new BotProcess.Parts(StoryKnowledge.base(), StoryKnowledge.readings(), flows, handlers));
        chat = new Chat(world, bot, ChannelKind.TELEGRAM, Optional.of(language));
    }

    /** The story with what the bot says today. */
    static StoryFile.Story tell(StoryFile.Story story, Language language) {
        StoryTeller teller = new StoryTeller(language);
        story.lines().forEach(teller::act);
        return new StoryFile.Story(story.title(), teller.told);
    }

    private void act(String line) {
        Matcher action = ACTION.matcher(line);
        if (!action.matches()) {
            return;
        }
        told.add(line);
        switch (action.group(1)) {
            case "居民" -> resident(action.group(2));
            case "前台" -> clerk(action.group(2));
            default -> time(action.group(2));
        }
        chat.news().forEach(this::write);
    }

    private void resident(String what) {
        for (String one : what.split(AT_ONCE)) {
            if (one.startsWith("[") && one.endsWith("]")) {
                press(one.substring(1, one.length() - 1));
            } else {
                Sent.named(one).ifPresentOrElse(chat::sends, () -> chat.says(one));
            }
        }
        world.clock.passes(TurnRunner.REST_OF_SENTENCE);
        bot.threads.runDue();
    }

    private void press(String label) {
        if (chat.buttons().stream().anyMatch(button -> button.label().equals(label))) {
            chat.presses(label);
        } else {
            told.add(WRONG + "no button " + label);
        }
    }

    private void clerk(String what) {
        switch (what) {
            case "(takes)" -> bot.handOffs.takeOver(CLERK, chat.id());
            case "(hands back)" -> bot.handOffs.handBack(CLERK, chat.id());
            default -> bot.handOffs.reply(CLERK, chat.id(), what);
        }
    }

    private void time(String what) {
        if (what.startsWith("+")) {
            world.clock.passes(Duration.parse("PT" + what.substring(1)));
        } else {
            world.clock.set(LocalDateTime.parse(what, TIME).atZone(HERE).toInstant());
        }
        bot.sweeper.sweep();
    }

    private void write(Content content) {
        String[] lines = content.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            told.add(((i == 0 ? "管家: " : "      ") + lines[i]).stripTrailing());
        }
        for (List<Button> row : content.buttons()) {
            told.add("      "
                    + String.join(" ", row.stream().map(StoryTeller::shown).toList()));
        }
    }

    private static String shown(Button button) {
        return button.isLink() ? "[" + button.label() + " ↗]" : "[" + button.label() + "]";
    }
}
