package guanjia.console;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.directory.EstateCode;
import guanjia.directory.PhoneNumber;
import guanjia.directory.Residents;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class ResidentsApiTest extends ApiTest {
    private static final String HEAD = "building,unit,name,phone,role,language\n";
    private static final String FANG = "3,201,王芳,+85255500110,owner,zh-Hans\n";
    private static final String QIANG = "3,202,李强,+85255500111,Tenant,zh-Hant\n";

    @Autowired
    private Residents residents;

    @Test
    void takesTheGoodLinesAndTellsWhatIsWrongWithTheOthers() {
        String estate = newEstate();
        String file = HEAD + FANG + "3,203,赵敏,not a phone,owner,en\n" + QIANG + ",204,周周,+85255500113,owner,en\n";
        send(system(), estate, "", utf8(file))
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"preview": false, "added": 2, "changed": 0, "unchanged": 0, "ended": 0, "rejected": [
                          {"line": 3, "code": "phone", "reason": "电话号码读不懂，请写成 +8613800000000 这样。"},
                          {"line": 5, "code": "unit"}]}""");
        assertThat(residents.withPhone(new PhoneNumber("+85255500110"), new EstateCode(estate)))
                .hasSize(1);
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        String estate = newEstate();
        send(system(), estate, "", utf8(HEAD + FANG + QIANG));
        int before = audited(estate).size();
        send(system(), estate, "", utf8(HEAD + FANG + QIANG)).expectBody().json("""
                {"added": 0, "changed": 0, "unchanged": 2, "ended": 0, "rejected": []}""");
        assertThat(audited(estate)).hasSize(before);
    }

    @Test
    void readsUtf8WithAndWithoutBomAndGb18030() {
        for (byte[] file : new byte[][] {
            utf8(HEAD + FANG), utf8("\uFEFF" + HEAD + FANG), (HEAD + FANG).getBytes(Charset.forName("GB18030"))
        }) {
            String estate = newEstate();
            send(system(), estate, "", file).expectBody().jsonPath("$.added").isEqualTo(1);
            assertThat(residents.withPhone(new PhoneNumber("+85255500110"), new EstateCode(estate)))
                    .singleElement()
                    .satisfies(who -> assertThat(who.name()).isEqualTo("王芳"));
        }
    }

    @Test
    void takesDaysSalutationAndTags() {
        String estate = newEstate();
        String file = "tags,salutation,until,from,language,role,phone,name,unit,building\n"
                + "独居;VIP,王女士,2027-12-31,2025-01-01,en,company,+85255500120,王芳,201,A\n";
        send(system(), estate, "", utf8(file)).expectBody().jsonPath("$.added").isEqualTo(1);
        assertThat(residents.withPhone(new PhoneNumber("+85255500120"), new EstateCode(estate)))
                .singleElement()
                .satisfies(who -> {
                    assertThat(who.salutation()).contains("王女士");
                    assertThat(who.tags()).containsExactlyInAnyOrder("独居", "VIP");
                    assertThat(who.tenancies().getFirst().until()).contains(java.time.LocalDate.of(2027, 12, 31));
                });
    }

    @Test
    void aSnapshotEndsWhoIsAbsentAfterTheCountWasSeen() {
        String estate = newEstate();
        send(system(), estate, "", utf8(HEAD + FANG + QIANG));
        byte[] without = utf8(HEAD + FANG);
        send(system(), estate, "?snapshot=true&preview=true", without)
                .expectBody()
                .json("""
                {"preview": true, "unchanged": 1, "ended": 1}""");
        send(system(), estate, "?snapshot=true&expectEnded=5", without)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("count-differs");
        send(system(), estate, "", without).expectBody().jsonPath("$.ended").isEqualTo(0);
        send(system(), estate, "?snapshot=true&expectEnded=1", without)
                .expectBody()
                .json("""
                {"preview": false, "ended": 1}""");
        send(system(), estate, "?snapshot=true", without)
                .expectBody()
                .jsonPath("$.ended")
                .isEqualTo(0);
        assertThat(audited(estate).getFirst().after()).containsEntry("ended", "1");
    }

    @Test
    void refusesAFileThatIsNoRegisterInTheReadersLanguage() {
        String estate = newEstate();
        send(system().mutate().defaultHeader("Accept-Language", "en-GB").build(), estate, "", utf8("a,b\n1,2\n"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .json("{\"code\": \"file-columns-missing\"}")
                .jsonPath("$.detail")
                .value(detail -> assertThat(String.valueOf(detail)).startsWith("A needed column is missing"));
        send(system(), estate, "", new byte[0])
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("file-empty");
    }

    @Test
    void refusesMoreThanTenMegabytesAndMoreThanFiftyThousandLines() {
        String estate = newEstate();
        send(system(), estate, "", new byte[10 * 1024 * 1024 + 1])
                .expectStatus()
                .isEqualTo(413)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too-large");
        send(system(), estate, "", utf8(HEAD + FANG.repeat(50_001)))
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("file-too-many-lines");
    }

    @Test
    void onlyManagersTakeRegisters() {
        send(staff("home-front"), "home", "?preview=true", utf8(HEAD + FANG))
                .expectStatus()
                .isForbidden();
        send(staff("home-manager"), "home", "?preview=true", utf8(HEAD + FANG))
                .expectStatus()
                .isOk();
        send(staff("home-manager"), "xinghui", "?preview=true", utf8(HEAD + FANG))
                .expectStatus()
                .isNotFound();
    }

    private static WebTestClient.ResponseSpec send(WebTestClient who, String estate, String query, byte[] file) {
        return who.post()
                .uri("/api/v1/estates/" + estate + "/residents/import" + query)
                .contentType(MediaType.parseMediaType("text/csv"))
                .bodyValue(file)
                .exchange();
    }
}
