package guanjia.console;

import guanjia.directory.EstateCode;
import guanjia.directory.Estates;
import guanjia.staff.Audit;
import guanjia.staff.Right;
import guanjia.staff.Role;
import guanjia.staff.StaffAccounts;
import guanjia.staff.StaffAccounts.Created;
import guanjia.staff.StaffAccounts.NewAccount;
import guanjia.staff.StaffAccounts.NotCreated;
import guanjia.staff.StaffMember;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes accounts. An admin makes any, a manager those of their people in their own estates. */
@Component
@OnConsoleRole
class StaffBooks {
    private static final Set<Role> BELOW_A_MANAGER = Set.of(Role.FRONT_DESK, Role.TECHNICIAN, Role.ATTENDANT);

    private final StaffAccounts accounts;
    private final Estates estates;
    private final Access access;
    private final Audit audit;

    StaffBooks(StaffAccounts accounts, Estates estates, Access access, Audit audit) {
        this.accounts = accounts;
        this.estates = estates;
        this.access = access;
        this.audit = audit;
    }

    /** @param password a random one is made when empty */
    Created create(StaffMember who, NewAccount account, Optional<String> password) {
        access.need(who, Right.MAKE_ACCOUNTS);
        checkEstates(who, account);
        if (who.role() != Role.ADMIN && !BELOW_A_MANAGER.contains(account.role())) {
            throw ApiProblem.notAllowed();
        }
        return switch (accounts.create(account, password)) {
            case NotCreated not -> throw problem(not.reason());
            case Created created -> {
                note(who, created.member());
                yield created;
            }
        };
    }

    /** An estate of others doesn't exist for who acts, so that it is named like one that nobody knows. */
    private void checkEstates(StaffMember who, NewAccount account) {
        Fields fields = new Fields();
        boolean known = account.estates().stream()
                .allMatch(code -> who.mayActIn(code) && estates.stored(code).isPresent());
        fields.check(known, "estates", "codes of estates that there are for you");
        boolean somewhere = account.role() == Role.ADMIN || !account.estates().isEmpty();
        fields.check(somewhere, "estates", "at least one estate for this role");
        fields.refuseWrong();
    }

    private void note(StaffMember who, StaffMember made) {
        Set<EstateCode> where = new HashSet<>(made.estates());
        Optional<EstateCode> one = where.size() == 1 ? where.stream().findFirst() : Optional.empty();
        String all = where.stream().map(EstateCode::value).sorted().collect(Collectors.joining(","));
        Map<String, String> after =
                Map.of("login", made.login(), "role", made.role().name(), "estates", all);
        audit.record(who, new Audit.Deed("staff.created", one, made.id(), Map.of(), after));
    }

    private static ApiProblem problem(StaffAccounts.Reason reason) {
        return switch (reason) {
            case LOGIN_TAKEN ->
                new ApiProblem(HttpStatus.CONFLICT, "login-taken", "There is an account with this login already.");
            case LOGIN_MALFORMED ->
                wrong("login", "must be 1 to 64 letters, digits or . _ @ - and must not begin with \"api:\"");
            case NAME_MISSING -> wrong("name", "must be 1 to 60 characters");
            case PASSWORD_TOO_SHORT ->
                wrong("password", "must be " + StaffAccounts.SHORTEST_PASSWORD + " to 200 characters");
        };
    }

    private static ApiProblem wrong(String field, String detail) {
        return ApiProblem.invalid(List.of(new Fields.Wrong(field, detail)));
    }
}
