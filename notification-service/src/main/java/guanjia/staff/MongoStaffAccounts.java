package guanjia.staff;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import guanjia.directory.EstateCode;
import guanjia.stores.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The accounts in {@code staff}. */
final class MongoStaffAccounts implements StaffAccounts {
    private static final String FIRST_ADMIN = "admin";
    private static final Document NEXT_ROUND = new Document("$inc", new Document("round", 1));

    private final MongoCollection<Document> collection;
    private final Passwords passwords;
    private final SignInLimits limits;
    private final Supplier<String> newId;

    MongoStaffAccounts(MongoDatabase database, Passwords passwords, SignInLimits limits, Supplier<String> newId) {
        Schema.bring(database, "staff.accounts", db -> db.getCollection("staff")
                .createIndex(new Document("login", 1), new IndexOptions().unique(true)));
        this.collection = database.getCollection("staff");
        this.passwords = passwords;
        this.limits = limits;
        this.newId = newId;
    }

    @Override
    public Creation create(NewAccount account, Optional<String> password) {
        String login = plain(account.login());
        if (!StaffMember.isLogin(login)) {
            return new NotCreated(Reason.LOGIN_MALFORMED);
        }
        if (account.name().isBlank()) {
            return new NotCreated(Reason.NAME_MISSING);
        }
        if (!password.map(passwords::isLongEnough).orElse(true)) {
            return new NotCreated(Reason.PASSWORD_TOO_SHORT);
        }
        Optional<Passwords.Fresh> random = password.isPresent() ? Optional.empty() : Optional.of(passwords.fresh());
        StaffMember member =
                new StaffMember(newId.get(), login, account.name().strip(), account.role(), account.estates());
        String hash = random.map(Passwords.Fresh::hash).orElseGet(() -> passwords.hash(password.orElseThrow()));
        return insert(member, hash)
                ? new Created(member, random.map(Passwords.Fresh::words))
                : new NotCreated(Reason.LOGIN_TAKEN);
    }

    @Override
    public Optional<StaffMember> find(String login) {
        return Optional.ofNullable(active(login)).map(MongoStaffAccounts::read);
    }

    @Override
    public List<StaffMember> in(EstateCode estate) {
        return collection
                .find(new Document("active", true))
                .map(MongoStaffAccounts::read)
                .into(new ArrayList<>())
                .stream()
                .filter(member -> member.mayActIn(estate))
                .sorted(Comparator.comparing(StaffMember::name).thenComparing(StaffMember::login))
                .toList();
    }

    @Override
    public SignIn signIn(String login, String password, String address) {
        String plain = plain(login);
        Optional<Duration> wait = limits.count(plain, address);
        if (wait.isPresent()) {
            return new TryLater(wait.get());
        }
        Document account = active(plain);
        boolean right =
                passwords.matches(password, Optional.ofNullable(account).map(stored -> stored.getString("password")));
        if (account == null || !right) {
            return new Denied();
        }
        limits.forget(plain, address);
        limits.sweep();
        return new Accepted(read(account));
    }

    @Override
    public Pass passFor(StaffMember member) {
        Document account = collection.find(new Document("_id", member.id())).first();
        return new Pass(member.id(), account == null ? 0 : account.getInteger("round", 0));
    }

    @Override
    public Optional<StaffMember> admit(Pass pass) {
        return Optional.ofNullable(
                        collection.find(new Document("_id", pass.account())).first())
                .filter(account ->
                        account.getBoolean("active", false) && account.getInteger("round", 0) == pass.round())
                .map(MongoStaffAccounts::read);
    }

    @Override
    public void revokePasses(StaffMember member) {
        collection.updateOne(new Document("_id", member.id()), NEXT_ROUND);
    }

    @Override
    public boolean changePassword(String login, String password) {
        return passwords.isLongEnough(password)
                && update(
                        login,
                        new Document(NEXT_ROUND).append("$set", new Document("password", passwords.hash(password))));
    }

    @Override
    public boolean deactivate(String login) {
        return update(login, new Document("$set", new Document("active", false)));
    }

    @Override
    public Optional<String> makeFirstAdmin(Optional<String> password) {
        Document anAdmin = new Document("role", Role.ADMIN.name()).append("active", true);
        if (collection.find(anAdmin).first() != null) {
            return Optional.empty();
        }
        return switch (create(new NewAccount(FIRST_ADMIN, "管理员", Role.ADMIN, Set.of()), password)) {
            case Created created -> created.password();
            case NotCreated not when not.reason() == Reason.LOGIN_TAKEN -> Optional.empty();
            case NotCreated not ->
                throw new IllegalStateException(
                        "GUANJIA_ADMIN_PASSWORD must have at least " + SHORTEST_PASSWORD + " characters");
        };
    }

    private boolean insert(StaffMember member, String passwordHash) {
        try {
            collection.insertOne(new Document("_id", member.id())
                    .append("login", member.login())
                    .append("name", member.name())
                    .append("role", member.role().name())
                    .append(
                            "estates",
                            member.estates().stream()
                                    .map(EstateCode::value)
                                    .sorted()
                                    .toList())
                    .append("password", passwordHash)
                    .append("active", true));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private @Nullable Document active(String login) {
        return collection
                .find(new Document("login", plain(login)).append("active", true))
                .first();
    }

    private boolean update(String login, Document change) {
        Document account = new Document("login", plain(login)).append("active", true);
        return collection.updateOne(account, change).getMatchedCount() == 1;
    }

    private static StaffMember read(Document stored) {
        return new StaffMember(
                stored.getString("_id"),
                stored.getString("login"),
                stored.getString("name"),
                Role.valueOf(stored.getString("role")),
                stored.getList("estates", String.class).stream()
                        .map(EstateCode::new)
                        .collect(Collectors.toSet()));
    }

    private static String plain(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}
