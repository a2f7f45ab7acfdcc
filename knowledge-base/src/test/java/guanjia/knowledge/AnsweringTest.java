package guanjia.knowledge;

import static guanjia.knowledge.Fixture.bytes;
import static guanjia.knowledge.Fixture.question;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AnsweringTest {
    private static Assembly knowledge;

    @BeforeAll
    static void publishes() {
        knowledge = Fixture.assembly();
        knowledge.handbooks().publish("yihe", "residents.md", bytes(Fixture.HANDBOOK));
        knowledge.handbooks().publish("yihe", "staff.md", bytes("""
                ---
                audience: staff
                ---
                # 员工手册
                ## 备用钥匙
                备用钥匙放在监控室的保险柜里,由当班主管登记后领取。
                """));
    }

    @AfterAll
    static void closes() {
        knowledge.close();
    }

    @Test
    void answersWithThePassageAndItsPlace() {
        Answer answer = knowledge.answering().answer(question("泳池几点关门?"));

        assertThat(answer.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(answer.text()).contains("21:00");
        assertThat(answer.citations()).singleElement().satisfies(citation -> {
            assertThat(citation.line()).isEqualTo("住户手册 › 游泳池开放时间 › 2026-10-01");
            assertThat(citation.path()).containsExactly("会所", "游泳池开放时间");
            assertThat(answer.text()).contains(citation.quote());
        });
    }

    @Test
    void answersTraditionalCharacters() {
        Answer answer = knowledge.answering().answer(question("裝修施工時間是幾點到幾點?"));

        assertThat(answer.text()).contains("8:30");
    }

    @Test
    void answersTwoQuestionsFromTwoSections() {
        Answer answer = knowledge.answering().answer(question("游泳池几点开放?地下车库月租多少钱?"));

        assertThat(answer.text()).contains("7:00").contains("480");
        assertThat(answer.citations()).hasSize(2);
    }

    @Test
    void saysThatItDoesNotKnowAndNotesTheGapWithoutPersonalData() {
        Answer answer = knowledge.answering().answer(question("火星移民怎么报名,我电话是13800001111"));

        assertThat(answer.outcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(answer.suggestions()).hasSizeLessThanOrEqualTo(3);
        Awaitility.await().untilAsserted(() -> assertThat(knowledge.gaps().newest("yihe", 10))
                .anySatisfy(gap -> assertThat(gap.question()).contains("火星").doesNotContain("13800001111")));
    }

    @Test
    void neverShowsStaffPagesToResidents() {
        Answer resident = knowledge.answering().answer(question("备用钥匙放在哪里?"));
        Question byStaff = question("备用钥匙放在哪里?");
        Answer staff = knowledge
                .answering()
                .answer(new Question(
                        byStaff.estate(),
                        byStaff.building(),
                        Audience.STAFF,
                        byStaff.text(),
                        byStaff.language(),
                        byStaff.at(),
                        byStaff.longest()));

        assertThat(resident.text()).doesNotContain("保险柜");
        assertThat(resident.suggestions()).doesNotContain("备用钥匙");
        assertThat(staff.text()).contains("保险柜");
    }

    @Test
    void knowsNothingOfOtherEstates() {
        Question elsewhere = new Question(
                "xinghui",
                Optional.empty(),
                Audience.EVERYBODY,
                "泳池几点关门?",
                question("").language(),
                Fixture.NOW,
                200);

        assertThat(knowledge.answering().answer(elsewhere).outcome()).isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    void tellsTheNoticeInForceInTheBuildingConcernedOnly() {
        knowledge
                .notices()
                .put(new NoticeInForce(
                        "yihe",
                        "n1",
                        "3栋",
                        Set.of("3"),
                        Fixture.NOW.minusSeconds(3600),
                        Fixture.NOW.plusSeconds(3600),
                        "停水",
                        "请提前储水。",
                        Map.of("zh-Hans", "3 栋水泵检修,今天 9:00 至 12:00 停水。")));

        Answer here = knowledge.answering().answer(question("今天为什么停水?"));
        assertThat(here.text()).isEqualTo("3 栋水泵检修,今天 9:00 至 12:00 停水。\n请提前储水。");
        assertThat(here.citations().getFirst().source()).isEqualTo(Citation.Source.NOTICE);

        Question elsewhere = new Question(
                "yihe",
                Optional.of("5"),
                Audience.EVERYBODY,
                "今天为什么停水?",
                question("").language(),
                Fixture.NOW,
                200);
        assertThat(knowledge.answering().answer(elsewhere).text()).doesNotContain("水泵");

        Question later = new Question(
                "yihe",
                Optional.of("3"),
                Audience.EVERYBODY,
                "今天为什么停水?",
                question("").language(),
                Fixture.NOW.plusSeconds(3600),
                200);
        assertThat(knowledge.answering().answer(later).text()).doesNotContain("水泵");
    }

    @Test
    void anEstatesGlossaryWorksAtOnce() {
        Question natatorium = question("natatorium opening?");
        assertThat(knowledge.answering().answer(natatorium).outcome()).isEqualTo(Outcome.NOT_FOUND);

        knowledge.glossary().replace("yihe", Map.of("游泳池开放时间", java.util.List.of("natatorium")));

        assertThat(knowledge.answering().answer(natatorium).text()).contains("21:00");
        Awaitility.await().untilAsserted(() -> assertThat(knowledge.glossary().unmatched("yihe", 10))
                .anySatisfy(word -> assertThat(word.word()).isEqualTo("natatorium")));
    }

    @Test
    void keepsAnSmsShort() {
        Question bySms = new Question(
                "yihe",
                Optional.empty(),
                Audience.EVERYBODY,
                "装修几点可以施工?",
                question("").language(),
                Fixture.NOW,
                40);

        Answer answer = knowledge.answering().answer(bySms);

        assertThat(answer.text()).contains("8:30").hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void leavesRequestsDangersAndPrivateDataAlone() {
        assertThat(knowledge.answering().answer(question("厨房水管漏水了,帮我修一下")).intent())
                .contains(Intent.REPAIR);
        assertThat(knowledge.answering().answer(question("我要找人工")).intent()).contains(Intent.PERSON);
        Answer secret = knowledge.answering().answer(question("302业主的手机号是多少"));
        assertThat(secret.outcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(secret.intent()).contains(Intent.PRIVATE_DATA);
        Answer fire = knowledge.answering().answer(question("厨房着火了!!"));
        assertThat(fire.outcome()).isEqualTo(Outcome.EMERGENCY);
        assertThat(fire.emergency().map(Emergency::kind)).contains(Emergency.Kind.FIRE);
    }
}
