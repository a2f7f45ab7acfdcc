package guanjia.knowledge.reading;

import static guanjia.knowledge.reading.Reading.section;
import static guanjia.knowledge.reading.Reading.text;
import static guanjia.knowledge.reading.Reading.titles;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReaderTest {
    private static final String HANDBOOK = """
            ---
            updated: 2026-11-01
            audience: everyone
            ---
            # 云杉苑住户手册

            欢迎入住。

            ## 收费

            ### 装修押金
            别名：装修保证金, renovation deposit

            | 类型 | 装修押金 | 退还 |
            | --- | --- | --- |
            | 住宅 | 2000元 | 验收后 30 天 |
            | 商铺 | 5000元 | |

            ### 停车费

            - 月租：300 元
              - 含一次免费洗车
            - 临停:首小时 **5 元**

            1. 先登记
            2. 再缴费

            #### 充电车位

            详见 [办理指南](https://example.org/ev)。

            会所
            ----

            开放时间每天 9:00 至
            21:00。
            周一闭馆。

            ```
            会所前台 分机 801
            # 不是标题
            ```
            """;

    @Test
    void readsTitleDateAndAudienceFromTheTop() throws Exception {
        ReadHandbook handbook = text("a.md", HANDBOOK);
        assertThat(handbook.title()).isEqualTo("云杉苑住户手册");
        assertThat(handbook.updated()).contains(LocalDate.of(2026, 11, 1));
        assertThat(handbook.audience()).contains("everyone");
        assertThat(handbook.warnings()).isEmpty();
    }

    @Test
    void makesASectionOfEveryHeadingThatHasText() throws Exception {
        ReadHandbook handbook = text("a.md", HANDBOOK);
        assertThat(titles(handbook)).containsExactly("云杉苑住户手册", "装修押金", "停车费", "充电车位", "会所");
        assertThat(section(handbook, "充电车位").path()).containsExactly("收费", "停车费");
        assertThat(section(handbook, "充电车位").level()).isEqualTo(3);
        assertThat(section(handbook, "会所").path()).isEmpty();
    }

    @Test
    void makesEveryTableRowUnderstandableAlone() throws Exception {
        assertThat(section(text("a.md", HANDBOOK), "装修押金").text())
                .isEqualTo("住宅 | 装修押金: 2000元 | 退还: 验收后 30 天\n商铺 | 装修押金: 5000元");
    }

    @Test
    void takesALineOfAliasesUnderTheHeading() throws Exception {
        assertThat(section(text("a.md", HANDBOOK), "装修押金").aliases()).containsExactly("装修保证金", "renovation deposit");
    }

    @Test
    void keepsListItemsAsLinesAndWebAddressesAsWords() throws Exception {
        ReadHandbook handbook = text("a.md", HANDBOOK);
        assertThat(section(handbook, "停车费").text()).isEqualTo("- 月租：300 元\n- 含一次免费洗车\n- 临停:首小时 5 元\n1. 先登记\n2. 再缴费");
        assertThat(section(handbook, "充电车位").text()).isEqualTo("详见 办理指南 (https://example.org/ev)。");
    }

    @Test
    void joinsBrokenSentencesAndKeepsCodeAsItIs() throws Exception {
        assertThat(section(text("a.md", HANDBOOK), "会所").text())
                .isEqualTo("开放时间每天 9:00 至21:00。\n周一闭馆。\n会所前台 分机 801\n# 不是标题");
    }

    @Test
    void callsAHandbookWithoutATitleByItsFileName() throws Exception {
        ReadHandbook handbook = text("folder/住户须知.md", "## 宠物\n请牵绳。\n\n## 垃圾\n请分类。");
        assertThat(handbook.title()).isEqualTo("住户须知");
        assertThat(titles(handbook)).containsExactly("宠物", "垃圾");
    }

    @Test
    void keepsSeveralTopHeadingsInThePaths() throws Exception {
        ReadHandbook handbook = text("全部.md", "# 住户\n## 宠物\n牵绳\n# 商户\n## 宠物\n禁止入内");
        assertThat(handbook.sections()).extracting(ReadSection::path).containsExactly(List.of("住户"), List.of("商户"));
    }

    @Test
    void warnsOfADateThatIsNoneAndOfMissingHeadings() throws Exception {
        ReadHandbook handbook = text("a.md", "---\nupdated: soon\n---\n只有一段话。");
        assertThat(handbook.updated()).isEmpty();
        assertThat(handbook.warnings()).hasSize(2);
    }

    @Test
    void takesARuleAtTheTopForARule() throws Exception {
        assertThat(text("a.md", "---\n\n正文一段\n\n---\n\n正文二段")
                        .sections()
                        .getFirst()
                        .text())
                .contains("正文一段", "正文二段");
    }
}
