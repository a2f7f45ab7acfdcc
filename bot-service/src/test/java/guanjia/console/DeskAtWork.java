package guanjia.console;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.RunningProduct;
import guanjia.conversations.Inbound;
import guanjia.conversations.InboundContent;
import guanjia.conversations.Mailbox;
import guanjia.delivery.Address;
import guanjia.delivery.ChannelKind;
import guanjia.directory.EstateCode;
import guanjia.directory.Language;
import guanjia.staff.Role;
import guanjia.staff.StaffAccounts;
import guanjia.staff.StaffMember;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;

/** Staff and residents of the office estate; the other one belongs to other tests. */
abstract class DeskAtWork extends RunningProduct {
    static final EstateCode OFFICES = new EstateCode("xinghui");
    static final EstateCode FLATS = new EstateCode("yihe");
    static final String PASSWORD = "correct-horse-battery";

    @Autowired
    StaffAccounts accounts;

    @Autowired
    Mailbox mailbox;

    /** A new account of the offices. */
    StaffMember hire(String name, Role role) {
        return hire(name, role, Set.of(OFFICES));
    }

    StaffMember hire(String name, Role role, Set<EstateCode> estates) {
        String login = "test-" + UUID.randomUUID().toString().substring(0, 8);
        var made = accounts.create(new StaffAccounts.NewAccount(login, name, role, estates), Optional.of(PASSWORD));
        return ((StaffAccounts.Created) made).member();
    }

    StaffClient signIn(StaffMember member) {
        StaffClient client = new StaffClient(port);
        assertThat(StaffClient.status(client.signIn(member.login(), PASSWORD))).isEqualTo(303);
        return client;
    }

    /** A resident of the offices on the web chat. */
    Address visitor() {
        return new Address(ChannelKind.WEB, "visitor-" + UUID.randomUUID());
    }

    void says(Address resident, String words) {
        Mailbox.Acceptance taken = mailbox.accept(new Inbound(
                UUID.randomUUID().toString(),
                resident,
                Instant.now(),
                Optional.of(OFFICES),
                Optional.of(Language.ZH_HANS),
                new InboundContent.Text(words)));
        assertThat(taken).isEqualTo(Mailbox.Acceptance.ACCEPTED);
    }
}
