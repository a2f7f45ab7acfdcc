package guanjia.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions that were once answered from the wrong section. */
class SampleEstatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Can I park a second car? | parking / 汽车停放 / 月租车位 | 600",
                "can i park two cars | parking / 汽车停放 / 月租车位 | 600",
                "怎么交物业费 | fees / 物业服务费 / 缴费方式 | 银行代扣",
                "物业费怎么付 | fees / 物业服务费 / 缴费方式 | 银行代扣",
                "how do i pay the management fee | fees / 物业服务费 / 缴费方式 | 银行代扣",
                "物业费多少钱一平 | fees / 物业服务费 / 物业费标准 | 3.20",
                "how much is the management fee | fees / 物业服务费 / 物业费标准 | 3.20"
            })
    void answersFromTheSectionThatSaysIt(String asked, String place, String fact) {
        Trial trial =
                new Trial("x", "yihe", "", "", asked, Outcome.ANSWERED, List.of(place), List.of(), List.of(fact), "");

        Tried tried = Fixture.samples().run(List.of(trial)).getFirst();

        assertThat(tried.right())
                .as("%s from %s", tried.answer(), tried.places().getFirst())
                .isTrue();
    }
}
