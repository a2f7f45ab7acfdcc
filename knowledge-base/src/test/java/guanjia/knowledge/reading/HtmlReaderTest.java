package guanjia.knowledge.reading;

import static guanjia.knowledge.reading.Reading.file;
import static guanjia.knowledge.reading.Reading.section;
import static guanjia.knowledge.reading.Reading.text;
import static guanjia.knowledge.reading.Reading.titles;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HtmlReaderTest {
    @Test
    void readsHeadingsListsAndTables() throws Exception {
        ReadHandbook handbook = text("a.html", """
                <html><head><title>青禾大厦租户手册</title><meta name="updated" content="2026-03-05"></head><body>
                <h1>青禾大厦租户手册</h1><p>欢迎。</p>
                <h2>会议室</h2><ul><li>小厅 6 人</li><li>大厅 20 人<ol><li>先预约</li></ol></li></ul>
                <h2>收费</h2>
                <table><tr><th>项目</th><th>价格</th><th>时段</th></tr>
                <tr><td rowspan="2">加班空调</td><td>80元</td><td>工作日</td></tr>
                <tr><td>100元</td><td>周末</td></tr></table>
                </body></html>""");
        assertThat(handbook.title()).isEqualTo("青禾大厦租户手册");
        assertThat(handbook.updated()).contains(LocalDate.of(2026, 3, 5));
        assertThat(titles(handbook)).containsExactly("青禾大厦租户手册", "会议室", "收费");
        assertThat(section(handbook, "会议室").text()).isEqualTo("- 小厅 6 人\n- 大厅 20 人\n1. 先预约");
        assertThat(section(handbook, "收费").text()).isEqualTo("加班空调 | 价格: 80元 | 时段: 工作日\n加班空调 | 价格: 100元 | 时段: 周末");
    }

    @Test
    void leavesOutWhatRunsLoadsOrHides() throws Exception {
        ReadHandbook handbook = text("a.htm", """
                <h2 onclick="steal()">宠物</h2><script>steal()</script><style>p{}</style><iframe src="x">框</iframe>
                <p onmouseover="steal()">请牵绳。<span style="display: none">暗语</span><a href="javascript:steal()">更多</a></p>
                <template>模板</template><nav>首页</nav>""");
        assertThat(section(handbook, "宠物").text()).isEqualTo("请牵绳。更多");
    }

    @Test
    void readsAPageInAnOldEncodingWithOrWithoutItsName() throws Exception {
        Charset old = Charset.forName("GB18030");
        String named = "<meta charset=\"gb2312\"><h2>停车</h2><p>月租三百元。</p>";
        assertThat(section(file("a.html", named.getBytes(old)), "停车").text()).isEqualTo("月租三百元。");
        assertThat(section(file("a.html", named.substring(named.indexOf("<h2>")).getBytes(old)), "停车")
                        .text())
                .isEqualTo("月租三百元。");
    }
}
