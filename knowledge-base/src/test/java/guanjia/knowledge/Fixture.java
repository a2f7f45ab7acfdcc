package guanjia.knowledge;

import guanjia.infra.TestStores;
import guanjia.knowledge.reading.UnreadableHandbook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** One loaded model a JVM; a knowledge base over a database of its own for each test that wants one. */
final class Fixture {
    static final Embedder EMBEDDER = new Embedder(2);
    static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String HANDBOOK = """
            ---
            updated: 2026-10-01
            ---
            # 住户手册

            ## 会所

            ### 游泳池开放时间
            游泳池每天 7:00 至 21:00 开放,每周一上午闭池清洗。

            ### 健身房
            健身房设在会所二楼,凭住户卡免费使用,14 岁以下须有大人陪同。

            ## 停车

            ### 月租停车费
            别名: Monthly parking fee
            地下车库月租每月 480 元,每户最多两个车位,在客户服务中心办理。

            ### 访客停车
            访客车辆前 30 分钟免费,之后每小时 5 元,每天 40 元封顶。

            ## 装修

            ### 装修施工时间
            周一至周六 8:30 至 12:00、14:00 至 18:00 可以施工,周日和法定节假日不得施工。
            """;

    private Fixture() {}

    /** The sample estates' handbooks, read once a JVM. */
    static Evaluation samples() {
        return Samples.EVALUATION;
    }

    private static final class Samples {
        private static final Evaluation EVALUATION = read();

        private static Evaluation read() {
            try {
                Path handbooks = Path.of("src/main/resources/guanjia/knowledge/sample");
                return new Evaluation(handbooks, KnowledgeSettings.DEFAULT, EMBEDDER);
            } catch (IOException | UnreadableHandbook e) {
                throw new IllegalStateException("The sample handbooks can't be read", e);
            }
        }
    }

    static Assembly assembly() {
        return new Assembly(TestStores.freshDatabase(), CLOCK, KnowledgeSettings.DEFAULT, EMBEDDER, Wordsmith.NONE);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Question question(String text) {
        return new Question(
                "yihe",
                Optional.of("3"),
                Audience.EVERYBODY,
                text,
                Locale.forLanguageTag("zh-Hans"),
                NOW,
                Question.SCREEN);
    }
}
