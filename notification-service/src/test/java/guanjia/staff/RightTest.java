package guanjia.staff;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.directory.EstateCode;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RightTest {
    private static final EstateCode HOME = new EstateCode("home");

    @ParameterizedTest
    @EnumSource(Right.class)
    void anAdminMayDoEverythingEverywhere(Right right) {
        assertThat(member(Role.ADMIN).may(right, new EstateCode("elsewhere"))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Right.class)
    void nobodyElseMayDoAnythingInAnEstateOfOthers(Right right) {
        assertThat(member(Role.MANAGER).may(right, new EstateCode("elsewhere"))).isFalse();
    }

    @Test
    void theFrontDeskTalksButSetsNothingUp() {
        assertThat(member(Role.FRONT_DESK).may(Right.TALK_TO_RESIDENTS, HOME)).isTrue();
        assertThat(member(Role.FRONT_DESK).may(Right.SET_UP_ESTATE, HOME)).isFalse();
        assertThat(member(Role.FRONT_DESK).may(Right.MAKE_ACCOUNTS, HOME)).isFalse();
    }

    @Test
    void aTechnicianSeesNoChat() {
        assertThat(member(Role.TECHNICIAN).may(Right.TALK_TO_RESIDENTS, HOME)).isFalse();
    }

    private static StaffMember member(Role role) {
        return new StaffMember("1", "who", "Who", role, Set.of(HOME));
    }
}
