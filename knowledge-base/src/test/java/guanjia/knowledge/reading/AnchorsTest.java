package guanjia.knowledge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnchorsTest {
    private static ReadSection section(String title, String... path) {
        return new ReadSection(List.of(path), title, "text", List.of(), path.length + 1);
    }

    @Test
    void areShortUniqueAndTheSameEveryTime() {
        List<ReadSection> sections = List.of(section("停车"), section("停车", "访客"), section("停车"));
        List<String> anchors = Anchors.of(sections);
        assertThat(anchors).doesNotHaveDuplicates().allMatch(anchor -> anchor.matches("s-[0-9a-z]{8}(-\\d+)?"));
        assertThat(Anchors.of(sections)).isEqualTo(anchors);
    }

    @Test
    void stayWhenSectionsAreInsertedRenumberedOrReworded() {
        String before = Anchors.of(List.of(section("3. 停车 收费", "一、车辆"))).getFirst();
        List<String> after = Anchors.of(List.of(
                section("二、门禁"), new ReadSection(List.of("二、车辆"), "4. 停车收费", "another text", List.of("parking"), 2)));
        assertThat(after.get(1)).isEqualTo(before);
    }

    @Test
    void areUniqueInTheLargestHandbook() {
        List<ReadSection> sections = new ArrayList<>();
        for (int number = 0; number < HandbookReaders.MAX_SECTIONS; number++) {
            sections.add(section("服务" + number % 2_500));
        }
        assertThat(Anchors.of(sections)).doesNotHaveDuplicates();
    }
}
