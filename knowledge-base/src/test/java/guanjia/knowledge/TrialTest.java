package guanjia.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "20 元; 每次 20 元; true",
                "20 元; 每次20元。; true",
                "20 元; 每次 120 元; false",
                "20 元; 每次 1.20 元; false",
                "20 元; 每次 1,020 元; false",
                "3.20; 每平方米 3.20 元; true",
                "3.20; 每平方米 13.20 元; false",
                "3.2; 每平方米 3.20 元; false",
                "20:00; 08:00–20:00; true",
                "08:00-20:00; 08:00 – 20:00; true",
                "十天; 二十天内; false",
                "十天; 在十天内; true",
                "税号|3 个工作日; 13 个工作日; false",
                "税号|3 个工作日; 须提供税号; true",
                "12; 12.; true"
            })
    void countsAFigureOnlyWhole(String fact, String text, boolean holds) {
        Trial trial = new Trial(
                "x", "yihe", "zh-Hans", "simple", "?", Outcome.ANSWERED, List.of(), List.of(), List.of(fact), "");

        assertThat(trial.holdsAllFacts(text)).isEqualTo(holds);
    }
}
