package guanjia.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstatesApiTest extends ApiTest {
    private static final String FULL = """
            {"name": "海棠湾", "kind": "office", "timeZone": "Asia/Hong_Kong", "currency": "hkd",
             "languages": ["zh-Hant", "en"], "hotline": "2555 0100", "emergencyHotline": "2555 0199",
             "onCallPhones": ["5550 0901"], "officeHours": {"mon": ["09:00-12:00", "13:00-18:00"], "SAT": ["10:00-12:00"]},
             "handoffTarget": "PT5M", "quietHours": ["21:30-07:30"], "smsFrom": "+85230000009",
             "smsCountries": ["hk"], "selfApproval": true, "greetingUntil": "fifteenth"}""";

    @Test
    void makesAnEstateWithAllItsFieldsAndShowsItCompleted() {
        put(system(), "/api/v1/estates/haitang", FULL)
                .expectStatus()
                .isCreated()
                .expectBody()
                .json("""
                        {"estate": "haitang", "name": "海棠湾", "kind": "OFFICE", "timeZone": "Asia/Hong_Kong", "currency": "HKD",
                         "languages": ["zh-Hant", "en"], "hotline": "2555 0100", "onCallPhones": ["+85255500901"],
                         "officeHours": {"MON": ["09:00-12:00", "13:00-18:00"], "SAT": ["10:00-12:00"]},
                         "handoffTarget": "PT5M", "quietHours": ["21:30-07:30"], "smsFrom": "+85230000009",
                         "smsCountries": ["HK"], "selfApproval": true, "greetingUntil": "FIFTEENTH", "sample": false}""");
        get(system(), "/api/v1/estates/haitang")
                .expectBody()
                .jsonPath("$.shortCode")
                .isEqualTo("HT");
    }

    @Test
    void theSameAgainChangesNothing() {
        put(system(), "/api/v1/estates/again", FULL).expectStatus().isCreated();
        int before = audited("again").size();
        put(system(), "/api/v1/estates/again", FULL).expectStatus().isOk();
        assertThat(audited("again")).hasSize(before);
    }

    @Test
    void aMissingFieldKeepsItsValueAndAnEmptyOneIsCleared() {
        put(system(), "/api/v1/estates/keeps", FULL).expectStatus().isCreated();
        put(system(), "/api/v1/estates/keeps", "{\"hotline\": \"2555 0111\", \"smsFrom\": \"\", \"quietHours\": []}")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"name": "海棠湾", "hotline": "2555 0111", "smsFrom": null, "quietHours": [], "kind": "OFFICE"}""");
    }

    @Test
    void aNewEstateGetsDefaultsForAllButItsName() {
        put(system(), "/api/v1/estates/plain", "{\"name\": \"素园\"}")
                .expectStatus()
                .isCreated()
                .expectBody()
                .json("""
                        {"kind": "RESIDENTIAL", "timeZone": "Asia/Shanghai", "currency": "CNY",
                         "languages": ["zh-Hans", "zh-Hant", "en"], "officeHours": {"SUN": ["09:00-18:00"]},
                         "handoffTarget": "PT10M", "quietHours": ["22:00-08:00"], "smsCountries": ["CN"], "selfApproval": false}""");
        put(system(), "/api/v1/estates/nameless", "{}").expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | \"\"",
                "kind | \"PALACE\"",
                "timeZone | \"Mars/Olympus\"",
                "currency | \"GOLD\"",
                "languages | [\"fr\"]",
                "languages | []",
                "onCallPhones | [\"call me\"]",
                "officeHours.MON | {\"MON\": [\"9 to 6\"]}",
                "officeHours | {\"HOLIDAY\": [\"09:00-18:00\"]}",
                "handoffTarget | \"10 minutes\"",
                "handoffTarget | \"PT0S\"",
                "quietHours | [\"22:00\"]",
                "smsFrom | \"12345\"",
                "smsCountries | [\"Hongkong\"]",
                "greetingUntil | \"SPRING\"",
                "selfApproval | \"maybe\""
            })
    void namesTheFieldThatIsWrong(String field, String value) {
        String name = field.replaceFirst("\\..*", "");
        put(system(), "/api/v1/estates/yihe", "{\"" + name + "\": " + value + "}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .value(detail -> assertThat(String.valueOf(detail)).contains("\"" + field + "\""));
    }

    @Test
    void namesAllWrongFieldsAtOnceAndChangesNothing() {
        put(system(), "/api/v1/estates/yihe", "{\"name\": \"新名\", \"kind\": \"PALACE\", \"currency\": \"GOLD\"}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("invalid-field")
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields.toString()).contains("kind", "currency"));
        get(system(), "/api/v1/estates/yihe").expectBody().jsonPath("$.name").isEqualTo("颐和花园");
    }

    @Test
    void aCodeThatCannotBeOneIsRefused() {
        put(system(), "/api/v1/estates/No_Good!", "{\"name\": \"x\"}")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void writesDownWhoChangedWhatWithoutThePhonesOfPersons() {
        put(system(), "/api/v1/estates/noted", FULL).expectStatus().isCreated();
        put(system(), "/api/v1/estates/noted", "{\"hotline\": \"2555 0122\"}")
                .expectStatus()
                .isOk();
        assertThat(audited("noted").getFirst()).satisfies(entry -> {
            assertThat(entry.who()).isEqualTo("api:token");
            assertThat(entry.what()).isEqualTo("estate.saved");
            assertThat(entry.before()).containsOnly(java.util.Map.entry("hotline", "2555 0100"));
            assertThat(entry.after()).containsOnly(java.util.Map.entry("hotline", "2555 0122"));
        });
        assertThat(audited("noted").toString()).doesNotContain("55500901");
        assertThat(auditHolds()).isTrue();
    }

    @Test
    void aManagerChangesTheirOwnEstateAndNoOther() {
        put(staff("home-manager"), "/api/v1/estates/home", "{\"handoffTarget\": \"PT12M\"}")
                .expectStatus()
                .isOk();
        put(staff("home-manager"), "/api/v1/estates/xinghui", "{\"handoffTarget\": \"PT12M\"}")
                .expectStatus()
                .isNotFound();
        put(staff("home-manager"), "/api/v1/estates/brand-new", "{\"name\": \"新\"}")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void theFrontDeskLooksAtTheirEstateButDoesNotChangeIt() {
        put(staff("home-front"), "/api/v1/estates/home", "{\"handoffTarget\": \"PT1M\"}")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-allowed");
        get(staff("home-front"), "/api/v1/estates/home").expectStatus().isOk();
        get(staff("home-front"), "/api/v1/estates")
                .expectBody()
                .jsonPath("$[*].estate")
                .isEqualTo("home");
    }
}
