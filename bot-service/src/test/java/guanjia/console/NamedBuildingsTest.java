package guanjia.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedBuildingsTest {
    private final NamedBuildings buildings = new NamedBuildings(List.of("1", "2", "3栋", "A座", "B", "T1"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3栋 | 3栋",
                "1、2号楼 | 1,2",
                "1栋和3栋的住户 | 1,3栋",
                "1-3幢 | 1,2,3栋",
                "A座至B座 | A座,B",
                "Block 1 and 2 | 1,2",
                "Buildings 1 to 3 | 1,2,3栋",
                "Ｔ１座 | T1",
                "T1 | T1",
                "12栋2单元 | 12",
                "全小区 | ''",
                "地下车库 B2 层 | ''",
                "11月25号 | ''",
                "会所 | ''"
            })
    void readsTheBuildingsThatAnAreaNames(String area, String named) {
        assertThat(String.join(",", buildings.in(area))).isEqualTo(named);
    }
}
