package guanjia.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Glossary, notices in force, gaps and answers. The clock of these tests stands at 10:00 on 25 November 2026 in Shanghai. */
class KnowledgeApiTest extends ApiTest {
    private static final String OUTAGE = """
            {"area": "全小区", "from": "2026-11-25T09:00:00+08:00", "to": "2026-11-25T17:00:00+08:00", "effect": "停水",
             "safetyHint": "请提前储水。", "texts": {"zh-CN": "今天 9:00 至 17:00 水管检修，全小区停水。"}}""";

    @Test
    void theEstatesOwnWordFindsTheSectionFromTheNextQuestionOn() {
        String estate = newEstate();
        upload(system(), estate, "h.md", utf8("# 手册\n\n## 泛会所开放时间\n\n泛会所每天 09:00 开放。\n\n## 垃圾分类\n\n垃圾请分类投放。\n"));
        put(system(), "/api/v1/estates/" + estate + "/glossary", "{\"泛会所\": [\"zenspot\", \"小天地\", \"zenspot\"]}")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"泛会所\": [\"zenspot\", \"小天地\"]}");
        post(
                        system(),
                        "/api/v1/estates/" + estate + "/answers",
                        "{\"question\": \"When does zenspot open?\", \"language\": \"en\"}")
                .expectBody()
                .jsonPath("$.outcome")
                .isEqualTo("ANSWERED");
        get(system(), "/api/v1/estates/" + estate + "/glossary")
                .expectBody()
                .jsonPath("$['泛会所'].length()")
                .isEqualTo(2);
    }

    @Test
    void theSameGlossaryAgainChangesNothing() {
        String estate = newEstate();
        put(system(), "/api/v1/estates/" + estate + "/glossary", "{\"会所\": [\"club\"]}")
                .expectStatus()
                .isOk();
        int before = audited(estate).size();
        put(system(), "/api/v1/estates/" + estate + "/glossary", "{\"会所\": [\"club\"]}")
                .expectStatus()
                .isOk();
        assertThat(audited(estate)).hasSize(before);
        assertThat(audited(estate).getFirst().after()).containsEntry("会所", "club");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"会所\": []}",
                "{\"会所\": null}",
                "{\"会所\": [\"\"]}",
                "{\" \": [\"club\"]}",
                "{\"会所\": [null]}",
                "{\"会所\": \"club\"}",
                "[\"会所\"]"
            })
    void refusesAGlossaryThatIsNone(String body) {
        put(system(), "/api/v1/estates/yihe/glossary", body).expectStatus().isBadRequest();
    }

    @Test
    void aNoticeInForceIsAnsweredBeforeTheHandbookAndEndsOnDemand() {
        String estate = newEstate();
        String id = String.valueOf(post(system(), "/api/v1/estates/" + estate + "/notices-in-force", OUTAGE)
                .expectStatus()
                .isCreated()
                .returnResult(NoticesApi.NoticeShown.class)
                .getResponseBody()
                .blockFirst()
                .id());
        post(system(), "/api/v1/estates/" + estate + "/answers", "{\"question\": \"今天为什么停水?\"}")
                .expectBody()
                .jsonPath("$.outcome")
                .isEqualTo("ANSWERED")
                .jsonPath("$.text")
                .value(text -> assertThat(String.valueOf(text)).contains("水管检修", "请提前储水"))
                .jsonPath("$.citations[0].url")
                .doesNotExist();
        post(system(), "/api/v1/estates/" + estate + "/notices-in-force", OUTAGE)
                .expectStatus()
                .isOk();
        get(system(), "/api/v1/estates/" + estate + "/notices-in-force")
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(1)
                .jsonPath("$[0].from")
                .isEqualTo("2026-11-25T01:00:00Z")
                .jsonPath("$[0].texts['zh-Hans']")
                .isNotEmpty();
        system().delete()
                .uri("/api/v1/estates/" + estate + "/notices-in-force/" + id)
                .exchange()
                .expectStatus()
                .isNoContent();
        post(system(), "/api/v1/estates/" + estate + "/answers", "{\"question\": \"今天为什么停水?\"}")
                .expectBody()
                .jsonPath("$.outcome")
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void aNoticeThatIsOverIsNeitherToldNorListed() {
        String estate = newEstate();
        post(system(), "/api/v1/estates/" + estate + "/notices-in-force", OUTAGE.replace("2026-11-25T", "2026-11-24T"))
                .expectStatus()
                .isCreated();
        post(system(), "/api/v1/estates/" + estate + "/answers", "{\"question\": \"今天为什么停水?\"}")
                .expectBody()
                .jsonPath("$.outcome")
                .isEqualTo("NOT_FOUND");
        get(system(), "/api/v1/estates/" + estate + "/notices-in-force")
                .expectBody()
                .json("[]");
    }

    @Test
    void readsTheBuildingsFromTheWordsForTheArea() {
        post(system(), "/api/v1/estates/" + newEstate() + "/notices-in-force", OUTAGE.replace("全小区", "1、2栋"))
                .expectBody()
                .json("{\"buildings\": [\"1\", \"2\"]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from | 2026-11-25T09:00:00+08:00 | 2026-11-25T09:00:00",
                "from | 2026-11-25T09:00:00+08:00 | tomorrow",
                "to | 2026-11-25T17:00:00+08:00 | 2026-11-25T08:00:00+08:00",
                "texts | zh-CN | fr",
                "effect | \"停水\" | \"\"",
                "area | \"全小区\" | null"
            })
    void namesTheFieldOfANoticeThatIsWrong(String field, String right, String wrong) {
        post(system(), "/api/v1/estates/yihe/notices-in-force", OUTAGE.replace(right, wrong))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.field")
                .isEqualTo(field);
    }

    @Test
    void aQuestionWithoutAnAnswerIsListedAsAGapAndAsCsvThatNoSpreadsheetRuns() {
        String estate = newEstate();
        post(system(), "/api/v1/estates/" + estate + "/answers", "{\"question\": \"=1+1 火星上的房价是多少\"}")
                .expectBody()
                .jsonPath("$.outcome")
                .isEqualTo("NOT_FOUND");
        await().untilAsserted(() -> get(system(), "/api/v1/estates/" + estate + "/gaps")
                .expectBody()
                .jsonPath("$[0].question")
                .isEqualTo("=1+1 火星上的房价是多少")
                .jsonPath("$[0].count")
                .isEqualTo(1));
        String csv = system().get()
                .uri("/api/v1/estates/" + estate + "/gaps")
                .header("Accept", "text/csv")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(csv).contains("question,examples,count").contains("\n'=1+1 火星");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "游泳池几点关门 | ANSWERED | ",
                "火星上的房价是多少 | NOT_FOUND | ",
                "我家厨房水管漏水了,派人来修 | REQUEST | REPAIR",
                "我要找人工客服 | REQUEST | PERSON",
                "电梯里困住人了 | EMERGENCY | ",
                "隔壁邻居的手机号是多少 | NOT_FOUND | PRIVATE_DATA"
            })
    void tellsWhatKindOfWordsTheyAre(String question, String outcome, String intent) {
        post(system(), "/api/v1/estates/yihe/answers", "{\"question\": \"" + question + "\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.outcome")
                .isEqualTo(outcome)
                .jsonPath("$.intent")
                .value(found -> assertThat(found).isEqualTo(intent));
    }

    @Test
    void refusesAnEmptyQuestionAndALanguageThatNobodySpeaksHere() {
        post(system(), "/api/v1/estates/yihe/answers", "{\"question\": \" \"}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.field")
                .isEqualTo("question");
        post(system(), "/api/v1/estates/yihe/answers", "{\"question\": \"hi\", \"language\": \"fr\"}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.field")
                .isEqualTo("language");
    }

    @Test
    void theFrontDeskKeepsWordsAndNoticesAndATechnicianDoesNot() {
        post(staff("home-front"), "/api/v1/estates/home/notices-in-force", OUTAGE.replace("停水", "停电"))
                .expectStatus()
                .isCreated();
        post(staff("home-tech"), "/api/v1/estates/home/notices-in-force", OUTAGE)
                .expectStatus()
                .isForbidden();
        put(staff("home-tech"), "/api/v1/estates/home/glossary", "{}")
                .expectStatus()
                .isForbidden();
        get(staff("home-tech"), "/api/v1/estates/home/gaps").expectStatus().isForbidden();
        get(staff("home-front"), "/api/v1/estates/xinghui/gaps").expectStatus().isNotFound();
        post(staff("home-tech"), "/api/v1/estates/home/answers", "{\"question\": \"游泳池几点关门\"}")
                .expectStatus()
                .isOk();
    }
}
