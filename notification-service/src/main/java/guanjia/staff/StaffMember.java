package guanjia.staff;

import guanjia.directory.EstateCode;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who acts. Every port that changes something on behalf of a person is handed one.
 *
 * @param id names the account for ever
 * @param login what they sign in with; {@code api:<name>} for another system that acts by a token
 * @param name what residents and colleagues see
 * @param role what they do
 * @param estates where they do it; of no meaning for {@link Role#ADMIN}, who may act everywhere
 */
public record StaffMember(String id, String login, String name, Role role, Set<EstateCode> estates) {
    private static final Pattern LOGIN = Pattern.compile("(?:api:)?[a-z0-9][a-z0-9._@-]{0,63}");

    /** @throws IllegalArgumentException when the login hasn't 1 to 64 small letters, digits or {@code . _ @ -}, or the name is blank */
    public StaffMember {
        if (!LOGIN.matcher(login).matches() || name.isBlank()) {
            throw new IllegalArgumentException(
                    "A login has 1 to 64 letters, digits or . _ @ -, and a name isn't blank");
        }
        estates = Set.copyOf(estates);
    }

    /** Another system that acts by the installation's token: everywhere, under its own name. */
    public static StaffMember ofToken(String name) {
        return new StaffMember("api:" + name, "api:" + name, name, Role.ADMIN, Set.of());
    }

    /** Whether a person could use this login. {@code api:} is kept for tokens. */
    public static boolean isLogin(String login) {
        return LOGIN.matcher(login).matches() && !login.startsWith("api:");
    }

    /** Whether they may see and change what belongs to this estate. What of it, the role says. */
    public boolean mayActIn(EstateCode estate) {
        return role == Role.ADMIN || estates.contains(estate);
    }

    /** Whether they may see and change what belongs to this estate, and their role lets them do this there. */
    public boolean may(Right right, EstateCode estate) {
        return mayActIn(estate) && right.isOf(role);
    }

    /** Whether it is another system and not a person. */
    public boolean isToken() {
        return login.startsWith("api:");
    }
}
