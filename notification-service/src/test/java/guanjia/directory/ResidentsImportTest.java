package guanjia.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import guanjia.directory.ResidentsImport.Absent;
import guanjia.directory.ResidentsImport.BadLine;
import guanjia.directory.ResidentsImport.FileProblem;
import guanjia.directory.ResidentsImport.LineProblem;
import guanjia.directory.ResidentsImport.Outcome;
import guanjia.directory.ResidentsImport.Refused;
import guanjia.directory.ResidentsImport.Taken;
import guanjia.infra.Examined;
import guanjia.infra.TestStores;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentsImportTest {
    private static final String HEADER = "building,unit,name,phone,role,language\n";
    private static final String WANG = "3,501,王芳,17000000001,owner,zh-Hans\n";
    private static final String LI = "3,502,李强,17000000002,tenant,en\n";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private final Estate yihe = SampleEstates.yihe();
    private final MongoDatabase database = TestStores.freshDatabase();
    private final MongoUnits units = new MongoUnits(database);
    private final Secrets secrets = Secrets.of(database, Optional.empty(), new SecureRandom());
    private final ResidentDocuments documents = new ResidentDocuments(secrets);
    private final MongoResidents residents = new MongoResidents(database, units, documents);

    @Test
    void takesAFileAndChangesNothingTheSecondTime() {
        assertThat(take(HEADER + WANG + LI)).isEqualTo(taken(2, 0, 0));
        List<Resident> first = residents.in(yihe.code());
        assertThat(take(HEADER + WANG + LI)).isEqualTo(taken(0, 0, 2));
        assertThat(residents.in(yihe.code())).isEqualTo(first);

        Resident wang = only(phone(1));
        assertThat(wang.name()).isEqualTo("王芳");
        assertThat(wang.homesOn(TODAY, yihe.code()))
                .containsExactly(new Tenancy(yihe.code(), new UnitRef("3", "501"), ResidentRole.OWNER));
        assertThat(only(phone(2)).language()).isEqualTo(Language.EN);
        assertThat(units.buildings(yihe.code())).containsExactly("3");
        assertThat(units.exists(yihe.code(), new UnitRef("3", "502"))).isTrue();
        assertThat(residents.in(yihe.code(), new UnitRef("3", "501"))).containsExactly(wang);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void readsBothEncodings(String charset) {
        byte[] file = (HEADER + WANG).getBytes(Charset.forName(charset));
        assertThat(importer().take(yihe, file, Absent.KEEP)).isEqualTo(taken(1, 0, 0));
        assertThat(only(phone(1)).name()).isEqualTo("王芳");
    }

    @Test
    void readsAByteOrderMarkAndColumnsInAnyOrderAndCase() {
        String file = "\uFEFFPhone, ROLE ,Language,Name,Unit,Building,Remark\r\n"
                + "17000000001,Owner,ZH-hans,\"王芳\",501,3,\"a, \"\"b\"\"\"\r\n";
        assertThat(take(file)).isEqualTo(taken(1, 0, 0));
        assertThat(residents.in(yihe.code(), new UnitRef("3", "501"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                ",501,王芳,17000000001,owner,en ! UNIT",
                "3,,王芳,17000000001,owner,en ! UNIT",
                "3,501,,17000000001,owner,en ! NAME",
                "3,501,王芳,,owner,en ! PHONE_MISSING",
                "3,501,王芳,abc,owner,en ! PHONE",
                "3,501,王芳,1.7E+10,owner,en ! PHONE",
                "3,501,王芳,17000000001,boss,en ! ROLE",
                "3,501,王芳,17000000001,,en ! ROLE",
                "3,501,王芳,17000000001,owner,klingon ! LANGUAGE",
                "3,501,王芳 ! COLUMNS",
                "3,501,\"王芳,17000000001,owner,en ! QUOTES",
            })
    void reportsABadLineAndTakesTheOthers(String bad, LineProblem problem) {
        String file = HEADER + LI + bad + "\n" + "3,503,赵敏,17000000003,family,\n".repeat(1);
        assertThat(take(file)).isEqualTo(new Taken(2, 0, 0, 0, List.of(new BadLine(3, problem))));
        assertThat(take(file)).isEqualTo(new Taken(0, 0, 2, 0, List.of(new BadLine(3, problem))));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-01-01, UNTIL_BEFORE_FROM",
        "2026-02-30, '', DATE",
        "yesterday, '', DATE",
        "'', soon, DATE"
    })
    void reportsBadDates(String from, String until, LineProblem problem) {
        String file = "building,unit,name,phone,role,language,from,until\n3,501,王芳,17000000001,owner,en,%s,%s\n"
                .formatted(from, until);
        assertThat(take(file)).isEqualTo(new Taken(0, 0, 0, 0, List.of(new BadLine(2, problem))));
        assertThat(problem.code()).doesNotContain("_");
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "'building,unit,name,phone,role', COLUMNS_MISSING",
        "'name,building,unit,name,phone,role,language', COLUMNS_MISSING"
    })
    void refusesAFileWithoutItsColumns(String file, FileProblem problem) {
        assertThat(take(file)).isEqualTo(new Refused(problem));
    }

    @Test
    void refusesWhatIsTooLargeOrNoText() {
        assertThat(importer().take(yihe, new byte[ResidentsImport.MAX_BYTES + 1], Absent.KEEP))
                .isEqualTo(new Refused(FileProblem.TOO_LARGE));
        assertThat(importer().take(yihe, new byte[] {'P', 'K', 3, 4, 0, 0, (byte) 0xFF}, Absent.KEEP))
                .isEqualTo(new Refused(FileProblem.NOT_TEXT));
        assertThat(take(HEADER + "3,501,王芳,17000000001,owner,en\n".repeat(50_001)))
                .isEqualTo(new Refused(FileProblem.TOO_MANY_LINES));
    }

    @Test
    void correctsANameAndKeepsThePerson() {
        take(HEADER + WANG);
        ResidentId id = only(phone(1)).id();
        assertThat(take(HEADER + WANG.replace("王芳", "王方"))).isEqualTo(taken(0, 1, 0));
        assertThat(only(phone(1)).name()).isEqualTo("王方");
        assertThat(only(phone(1)).id()).isEqualTo(id);
    }

    @Test
    void changesAPhoneAndKeepsThePerson() {
        take(HEADER + WANG);
        ResidentId id = only(phone(1)).id();
        String changed = HEADER + WANG.replace("17000000001", "17000000009");
        assertThat(take(changed)).isEqualTo(taken(0, 1, 0));
        assertThat(take(changed)).isEqualTo(taken(0, 0, 1));
        assertThat(residents.withPhone(phone(1))).isEmpty();
        assertThat(only(phone(9)).id()).isEqualTo(id);
        assertThat(take(HEADER + WANG.replace("501", "601"))).isEqualTo(taken(1, 0, 0));
        assertThat(only(phone(1)).id()).isNotEqualTo(id);
    }

    @Test
    void takesAnotherPersonWithAUsedNumberInAnotherUnitForSomebodyElse() {
        take(HEADER + WANG);
        take(HEADER + "8,101,陈新,17000000001,tenant,en\n");
        assertThat(residents.withPhone(phone(1))).extracting(Resident::name).containsExactlyInAnyOrder("王芳", "陈新");
    }

    @Test
    void keepsTwoPeopleWhoShareAPhoneApart() {
        String file = HEADER + WANG + WANG.replace("王芳", "王小明").replace("owner", "family");
        assertThat(take(file)).isEqualTo(taken(2, 0, 0));
        assertThat(take(file)).isEqualTo(taken(0, 0, 2));
        assertThat(residents.withPhone(phone(1), yihe.code())).hasSize(2);
    }

    @Test
    void knowsAPersonAgainInAnotherEstate() {
        take(HEADER + WANG);
        Estate harbour = SampleEstates.harbour();
        byte[] file = (HEADER + "A,12F,王芳,+8617000000001,company,en\n").getBytes(StandardCharsets.UTF_8);
        assertThat(importer().take(harbour, file, Absent.KEEP)).isEqualTo(taken(1, 0, 0));
        Resident wang = only(phone(1));
        assertThat(wang.homesOn(TODAY, yihe.code())).hasSize(1);
        assertThat(wang.homesOn(TODAY, harbour.code())).hasSize(1);
        assertThat(importer().take(harbour, (HEADER + LI).getBytes(StandardCharsets.UTF_8), Absent.END))
                .isEqualTo(new Taken(1, 0, 0, 1, List.of()));
        assertThat(only(phone(1)).homesOn(TODAY, yihe.code())).hasSize(1);
        assertThat(only(phone(1)).homesOn(TODAY, harbour.code())).isEmpty();
    }

    @Test
    void changesARoleAndAddsASecondHome() {
        take(HEADER + WANG);
        assertThat(take(HEADER + WANG.replace("owner", "tenant"))).isEqualTo(taken(0, 1, 0));
        String twoHomes = HEADER + WANG.replace("owner", "tenant") + WANG.replace("501", "601");
        assertThat(take(twoHomes)).isEqualTo(taken(1, 0, 1));
        assertThat(take(twoHomes)).isEqualTo(taken(0, 0, 2));
        assertThat(only(phone(1)).homesOn(TODAY, yihe.code()))
                .extracting(Tenancy::role)
                .containsExactly(ResidentRole.TENANT, ResidentRole.OWNER);
    }

    @Test
    void keepsTwoStaysInOneUnitApart() {
        String file = "building,unit,name,phone,role,language,from,until,salutation,tags\n"
                + "3,501,王芳,17000000001,tenant,en,2018-03-01,2019/2/28,王女士,独居老人;志愿者\n"
                + "3,501,王芳,17000000001,tenant,en,2022-03-01,2026-12-31,王女士,独居老人;志愿者\n"
                + "3,501,王芳,17000000001,tenant,en,2027-01-01,,王女士,独居老人;志愿者\n";
        assertThat(take(file)).isEqualTo(taken(3, 0, 0));
        assertThat(take(file)).isEqualTo(taken(0, 0, 3));
        Resident wang = only(phone(1));
        assertThat(wang.tenancies()).hasSize(3);
        assertThat(wang.salutation()).contains("王女士");
        assertThat(wang.tags()).isEqualTo(Set.of("独居老人", "志愿者"));
        assertThat(wang.homesOn(LocalDate.of(2020, 1, 1), yihe.code())).isEmpty();
        assertThat(wang.homesOn(LocalDate.of(2019, 2, 28), yihe.code())).hasSize(1);
        assertThat(wang.belongsTo(yihe.code(), new UnitRef("3", "501"), TODAY)).isTrue();
    }

    @Test
    void keepsWhatAFileDoesntSayAnythingAbout() {
        take("building,unit,name,phone,role,language,until,tags\n3,501,王芳,17000000001,owner,en,2027-01-31,志愿者\n");
        assertThat(take(HEADER + "3,501,王芳,17000000001,owner,\n")).isEqualTo(taken(0, 0, 1));
        Resident wang = only(phone(1));
        assertThat(wang.language()).isEqualTo(Language.EN);
        assertThat(wang.tags()).containsExactly("志愿者");
        assertThat(wang.tenancies().getFirst().until()).contains(LocalDate.of(2027, 1, 31));
        residents.save(wang.speaks(Language.ZH_HANT));
        assertThat(take(HEADER + WANG)).isEqualTo(taken(0, 0, 1));
        assertThat(only(phone(1)).language()).isEqualTo(Language.ZH_HANT);
    }

    @Test
    void endsWhatASnapshotDoesntNameExceptInUnitsOfBadLines() {
        String zhao = "3,503,赵敏,17000000003,owner,en\n";
        take(HEADER + WANG + LI + zhao);
        byte[] snapshot = bytes(HEADER + WANG + zhao.replace("17000000003", "x"));
        Outcome expected = new Taken(0, 0, 1, 1, List.of(new BadLine(3, LineProblem.PHONE)));
        assertThat(importer().preview(yihe, snapshot, Absent.END)).isEqualTo(expected);
        assertThat(only(phone(2)).homesOn(TODAY, yihe.code())).hasSize(1);
        assertThat(importer().take(yihe, snapshot, Absent.END)).isEqualTo(expected);
        assertThat(only(phone(2)).homesOn(TODAY, yihe.code())).isEmpty();
        assertThat(only(phone(2)).homesOn(TODAY.minusDays(1), yihe.code())).hasSize(1);
        assertThat(only(phone(3)).homesOn(TODAY, yihe.code())).hasSize(1);
        assertThat(importer().take(yihe, snapshot, Absent.END))
                .isEqualTo(new Taken(0, 0, 1, 0, List.of(new BadLine(3, LineProblem.PHONE))));
    }

    @Test
    void letsSomebodyMoveInAgain() {
        take(HEADER + WANG + LI);
        importer().take(yihe, bytes(HEADER + WANG), Absent.END);
        assertThat(take(HEADER + WANG + LI)).isEqualTo(taken(1, 0, 1));
        assertThat(take(HEADER + WANG + LI)).isEqualTo(taken(0, 0, 2));
        assertThat(only(phone(2)).homesOn(TODAY, yihe.code()))
                .extracting(Tenancy::from)
                .containsExactly(Optional.of(TODAY));
    }

    @Test
    void refusesASnapshotThatWouldEndEverybody() {
        take(HEADER + WANG);
        assertThat(importer().take(yihe, bytes(HEADER), Absent.END))
                .isEqualTo(new Refused(FileProblem.WOULD_END_EVERYBODY));
        assertThat(only(phone(1)).homesOn(TODAY, yihe.code())).hasSize(1);
    }

    @Test
    void makesNobodyTwiceWhenTwoImportsMeet() throws Exception {
        String file = HEADER
                + IntStream.range(0, 300)
                        .mapToObj(i -> "1,%d,住户%d,170000%05d,owner,en\n".formatted(i, i, i))
                        .collect(Collectors.joining());
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Outcome> once = () -> take(file);
            for (var done : threads.invokeAll(List.of(once, once))) {
                assertThat(done.get()).isInstanceOf(Taken.class);
            }
        }
        assertThat(residents.in(yihe.code())).hasSize(300);
        assertThat(take(file)).isEqualTo(taken(0, 0, 300));
    }

    @Test
    void findsPeopleByNamePhoneAndUnit() {
        take(HEADER + WANG + LI);
        assertThat(found("王")).containsExactly("王芳");
        assertThat(found("0002")).containsExactly("李强");
        assertThat(found("170 0000 0002")).containsExactly("李强");
        assertThat(found("3栋502室")).containsExactly("李强");
        assertThat(found("3 501")).containsExactly("王芳");
        assertThat(found(" ")).isEmpty();
        assertThat(found("02")).isEmpty();
    }

    @Test
    void storesNoPhoneInPlain() {
        take(HEADER + WANG);
        for (String collection : List.of("residents", "units", "settings")) {
            for (Document document : database.getCollection(collection).find()) {
                assertThat(document.toJson()).doesNotContain("17000000001");
            }
        }
    }

    @Test
    void savesOnlyOverTheVersionThatWasRead() {
        take(HEADER + WANG);
        Resident read = only(phone(1));
        assertThat(residents.save(read.speaks(Language.EN))).isEqualTo(Residents.Saved.DONE);
        assertThat(residents.save(read.speaks(Language.ZH_HANT))).isEqualTo(Residents.Saved.CHANGED_MEANWHILE);
        assertThat(residents.find(read.id()).orElseThrow().language()).isEqualTo(Language.EN);
    }

    /** Compared with each other they would take minutes. */
    @Test
    void plansTwentyThousandResidentsInSeconds() {
        long begin = System.nanoTime();
        assertThat(importer().preview(yihe, bytes(residents(20_000)), Absent.KEEP))
                .isEqualTo(taken(20_000, 0, 0));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void asksTheStoreForEachResidentAFewTimesHoweverManyThereAre() {
        int many = 2_000;
        String file = residents(many);
        long first = Examined.by(database, () -> assertThat(take(file)).isEqualTo(taken(many, 0, 0)));
        long again = Examined.by(database, () -> assertThat(take(file)).isEqualTo(taken(0, 0, many)));
        assertThat(List.of(first, again)).allMatch(examined -> examined <= 5L * many);
    }

    private static String residents(int many) {
        return HEADER
                + IntStream.range(0, many)
                        .mapToObj(i -> "%d,%d,住户%d,170000%05d,owner,zh-Hans\n".formatted(i / 200, i % 200, i, i))
                        .collect(Collectors.joining());
    }

    private List<String> found(String words) {
        return residents.search(yihe.code(), words, 10).stream()
                .map(Resident::name)
                .toList();
    }

    private Outcome take(String file) {
        return importer().take(yihe, bytes(file), Absent.KEEP);
    }

    private MongoResidentsImport importer() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-25T04:00:00Z"), ZoneOffset.UTC);
        return new MongoResidentsImport(database, residents, units, documents, secrets, clock);
    }

    private Resident only(PhoneNumber phone) {
        List<Resident> found = residents.withPhone(phone);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Taken taken(int added, int changed, int unchanged) {
        return new Taken(added, changed, unchanged, 0, List.of());
    }

    private static PhoneNumber phone(int last) {
        return new PhoneNumber("+861700000000" + last);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
