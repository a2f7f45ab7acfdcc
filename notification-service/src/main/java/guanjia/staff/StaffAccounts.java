package guanjia.staff;

import guanjia.directory.EstateCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The accounts of staff. Blocking; safe for use by many threads. Who may manage them is decided before the call. */
public interface StaffAccounts {
    /** The shortest password that is accepted, in characters. */
    int SHORTEST_PASSWORD = 10;

    /**
     * An account to be made.
     *
     * @param login in any case; it is kept in small letters
     */
    record NewAccount(String login, String name, Role role, Set<EstateCode> estates) {}

    /** What came of making an account. */
    sealed interface Creation {}

    /**
     * It exists.
     *
     * @param password the random one, when none was given: shown once, not kept
     */
    record Created(StaffMember member, Optional<String> password) implements Creation {
        @Override
        public String toString() {
            return "Created[" + member.login() + "]";
        }
    }

    /** It doesn't, because of this. */
    record NotCreated(Reason reason) implements Creation {}

    /** Why an account can't be made. */
    enum Reason {
        LOGIN_TAKEN,
        LOGIN_MALFORMED,
        NAME_MISSING,
        PASSWORD_TOO_SHORT
    }

    /** What came of signing in. */
    sealed interface SignIn {}

    /** It is them. */
    record Accepted(StaffMember member) implements SignIn {}

    /** Login or password are wrong; which of them stays unsaid. */
    record Denied() implements SignIn {}

    /** Too many wrong tries; nothing was checked. */
    record TryLater(Duration after) implements SignIn {}

    /**
     * What a signed-in session carries instead of the person: it is looked at anew at every request, so that a changed role counts at once
     * and an account that was ended, or whose password was changed, is out at once.
     *
     * @param account the account's id
     * @param round counts how often all sessions of the account were ended; a pass of an earlier round is void
     */
    record Pass(String account, int round) {}

    /** A pass for who has just signed in. */
    Pass passFor(StaffMember member);

    /** Who a pass stands for now; empty when it is void or the account is ended. */
    Optional<StaffMember> admit(Pass pass);

    /** Makes every pass of an account void: signs it out everywhere. */
    void revokePasses(StaffMember member);

    /** Makes an account, with a random password when none is given. */
    Creation create(NewAccount account, Optional<String> password);

    /** The active account of this login, in any case; empty when there is none. */
    Optional<StaffMember> find(String login);

    /** All active accounts that may act in an estate, admins included, ordered by name. */
    List<StaffMember> in(EstateCode estate);

    /**
     * Checks a password. Takes as long for a login that doesn't exist as for one that does. Wrong tries are counted by login and by
     * address, across processes, on real time.
     *
     * @param address where the request came from, e.g. an IP address
     */
    SignIn signIn(String login, String password, String address);

    /** Replaces the password and makes every pass void. False when there is no such active account or the password is too short. */
    boolean changePassword(String login, String password);

    /** Ends an account: it can't sign in and isn't found any more; its name stays in the audit. False when there is none. */
    boolean deactivate(String login);

    /**
     * Makes the account {@code admin} if there is no admin yet.
     *
     * @param password the one set by the operator; a random one when empty
     * @return the random password, to be printed once by the caller; empty when nothing was made or the password was given
     */
    Optional<String> makeFirstAdmin(Optional<String> password);
}
