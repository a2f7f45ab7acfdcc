package guanjia.knowledge;

import static guanjia.knowledge.Fixture.bytes;
import static guanjia.knowledge.Fixture.question;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An estate whose handbook is in English only. */
class EnglishHandbookTest {
    private static Assembly knowledge;

    @BeforeAll
    static void publishes() {
        knowledge = Fixture.assembly();
        knowledge.handbooks().publish("yihe", "handbook.md", bytes("""
                # Residents' handbook

                ## Facilities

                ### Swimming pool
                The pool is open daily from 7:00 to 21:00 and closes on Monday mornings for cleaning. A swimming cap is required.

                ### Gym
                The gym on the second floor of the club house is free for residents. Children under 14 must come with an adult.

                ### Tennis court
                Book the court at the front desk up to 7 days ahead. One hour costs 60 yuan; cancel 4 hours before or you pay half.

                ## Living here

                ### Pets
                Dogs must be registered at the management office within 30 days and kept on a leash outside the flat.

                ### Rubbish
                Household rubbish is collected at 8:30 every morning. Large furniture is taken away for 80 yuan a piece.

                ### Moving in and out
                Book the goods lift three working days before you move. A deposit of 1000 yuan is returned the same day.

                ## Money

                ### Management fee
                The management fee is 3.80 yuan a square metre each month and due on the 5th. Pay by bank transfer or at the office.

                ### Parking
                A monthly parking space costs 480 yuan. Visitors park free for 30 minutes, then 5 yuan an hour, at most 40 yuan a day.
                """));
    }

    @AfterAll
    static void closes() {
        knowledge.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "When does the pool close? | 21:00",
                "how much is a monthly parking space | 480",
                "Do I need to register my dog? | 30 days",
                "how much is the management fee | 3.80",
                "what time is rubbish collected | 8:30",
                "Is the gym free? | free for residents",
                "How early can I book the tennis court | 7 days",
                "泳池几点关门? | 21:00",
                "物业费多少钱? | 3.80",
                "月租车位多少钱 | 480",
                "養狗要登記嗎 | 30 days",
                "网球场怎么预约 | 7 days"
            })
    void answersInWhicheverLanguageIsAsked(String asked, String holds) {
        Answer answer = knowledge.answering().answer(question(asked));

        assertThat(answer.outcome()).as(answer.toString()).isEqualTo(Outcome.ANSWERED);
        assertThat(answer.text()).contains(holds);
    }

    /** Read by somebody who doesn't read Chinese, from a Chinese handbook. */
    @Test
    void suggestsSectionsByTheirEnglishNames() {
        Section section = new Section(
                "a",
                java.util.List.of(),
                "月租车位",
                3,
                "每月 450 元",
                java.util.List.of("月保", "Monthly parking"),
                Audience.EVERYBODY);

        assertThat(section.named(java.util.Locale.ENGLISH)).isEqualTo("Monthly parking");
        assertThat(section.named(java.util.Locale.forLanguageTag("zh-Hant"))).isEqualTo("月租车位");
        Answer unknown = knowledge.answering().answer(question("who won the world cup"));
        assertThat(unknown.suggestions()).allMatch(name -> name.codePoints().noneMatch(Character::isIdeographic));
    }

    @Test
    void saysThatItDoesNotKnowWhatIsNotThere() {
        assertThat(knowledge
                        .answering()
                        .answer(question("who won the world cup"))
                        .outcome())
                .isEqualTo(Outcome.NOT_FOUND);
        assertThat(knowledge.answering().answer(question("火星移民怎么报名")).outcome()).isEqualTo(Outcome.NOT_FOUND);
    }
}
