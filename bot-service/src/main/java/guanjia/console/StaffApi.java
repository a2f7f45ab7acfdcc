package guanjia.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import guanjia.directory.EstateCode;
import guanjia.staff.Role;
import guanjia.staff.StaffAccounts.Created;
import guanjia.staff.StaffAccounts.NewAccount;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/staff}: accounts of people who work for the estates. */
@RestController
@OnConsoleRole
@Tag(name = "Staff")
class StaffApi {
    private final StaffBooks books;

    StaffApi(StaffBooks books) {
        this.books = books;
    }

    @Schema(name = "NewAccount")
    record AccountBody(
            @Schema(description = "1 to 64 letters, digits or . _ @ -", example = "yihe-lin") @Nullable
            String login,

            @Schema(example = "林小雯") @Nullable String name,

            @Schema(allowableValues = {"FRONT_DESK", "TECHNICIAN", "ATTENDANT", "MANAGER", "ADMIN"}) @Nullable
            String role,

            @Schema(description = "Where they work; of no meaning for ADMIN", example = "[\"yihe\"]") @Nullable
            List<@Nullable String> estates,

            @Schema(description = "10 to 200 characters; a random one is made and shown once when it is missing")
            @Nullable
            String password) {
        NewAccount account() {
            Fields fields = new Fields();
            Optional<Role> as = fields.need(
                    "role", role, Fields.oneOf(Role.class), "FRONT_DESK, TECHNICIAN, ATTENDANT, MANAGER or ADMIN");
            Optional<String> called = fields.need("name", name, Fields.words(1, 60), "1 to 60 characters");
            Optional<String> known =
                    fields.need("login", login, Fields.words(1, 64), "1 to 64 letters, digits or . _ @ -");
            Set<EstateCode> where = new HashSet<>(fields.list(
                    "estates", estates, List.of(), EstateCode::parse, "codes of estates that there are for you"));
            fields.refuseWrong();
            return new NewAccount(known.orElseThrow(), called.orElseThrow(), as.orElseThrow(), where);
        }

        @Override
        public String toString() {
            return "AccountBody[" + login + "]";
        }
    }

    @Schema(name = "Account")
    record AccountShown(
            String login,
            String name,
            Role role,
            List<String> estates,

            @Schema(description = "The random password, shown this once; missing when you gave one")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            String password) {
        static AccountShown of(Created created) {
            return new AccountShown(
                    created.member().login(),
                    created.member().name(),
                    created.member().role(),
                    created.member().estates().stream()
                            .map(EstateCode::value)
                            .sorted()
                            .toList(),
                    created.password().orElse(null));
        }

        @Override
        public String toString() {
            return "AccountShown[" + login + "]";
        }
    }

    @PostMapping("/api/v1/staff")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make an account",
            description =
                    "A manager makes accounts for the front desk, technicians and attendants of their estates, an admin any. "
                            + "A login that exists is 409 login-taken.")
    AccountShown create(@RequestBody AccountBody body, Authentication who) {
        return AccountShown.of(books.create(Staff.of(who), body.account(), Optional.ofNullable(body.password())));
    }
}
