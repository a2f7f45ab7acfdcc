package guanjia.console;

import guanjia.conversations.HandOffs.Chat;
import guanjia.directory.Estate;
import guanjia.directory.Estates;
import guanjia.staff.StaffAccounts;
import guanjia.staff.StaffMember;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What things are called at the desk. Blocking; safe for use by many threads. */
@Component
@OnConsoleRole
class DeskNames {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter EVER = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final StaffAccounts accounts;
    private final Estates estates;

    DeskNames(StaffAccounts accounts, Estates estates) {
        this.accounts = accounts;
        this.estates = estates;
    }

    /** A chat has no name until its resident is known: the masked number, or the channel and the end of its id. */
    static String chat(Chat chat, ConsoleWords words) {
        String id = chat.id().value();
        return chat.phone()
                .orElseGet(() -> words.say(
                        "visitor." + chat.channel().name(),
                        id.substring(id.length() - 4).toUpperCase(Locale.ROOT)));
    }

    /** A colleague; one whose account is ended keeps the login as name. */
    String staff(String login) {
        return accounts.find(login).map(StaffMember::name).orElse(login);
    }

    String estate(Chat chat) {
        return chat.estate().flatMap(estates::find).map(Estate::name).orElse("");
    }

    /** A moment on the wall clock of the chat's estate, as short as it can be told. */
    String clock(Chat chat, Instant moment, Instant now) {
        ZoneId zone = chat.estate().flatMap(estates::find).map(Estate::timeZone).orElse(ZoneOffset.UTC);
        ZonedDateTime then = moment.atZone(zone);
        ZonedDateTime here = now.atZone(zone);
        if (then.toLocalDate().equals(here.toLocalDate())) {
            return TODAY.format(then);
        }
        return (then.getYear() == here.getYear() ? THIS_YEAR : EVER).format(then);
    }
}
