package guanjia.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntentsTest {
    private final Normaliser normaliser = Normaliser.standard();
    private final Intents intents = Intents.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3栋201的业主电话",
                "3栋201电话",
                "5-1802 业主微信",
                "1203室住的谁",
                "隔壁那家叫什么",
                "楼上邻居的手机",
                "王小姐的电话号码",
                "陈先生住几栋",
                "车主电话 粤B12345",
                "全部业主的联系方式",
                "2201的租客几点回家",
                "对门那户欠费了吗",
                "天台门密码多少",
                "3座12A業主電話",
                "3棟201業主電話",
                "隔籬屋嗰個女人電話幾多號",
                "樓上嗰戶姓咩",
                "陳太住邊座",
                "501個租客喺唔喺屋企",
                "俾我睇下住客名單",
                "phone of the owner of 1203",
                "owner of flat 12B, mobile?",
                "Mrs Wong's address",
                "unit 801 tenant name",
                "neighbour's wechat",
                "is Mr Li home",
                "list of all residents",
                "1801 owner phone",
                "对门到底交没交物业费",
                "会所经理的住址",
                "is the tenant of 0501 on vacation"
            })
    void keepsWhatBelongsToOthers(String words) {
        assertThat(intents.first(normaliser.normal(words))).contains(Intent.PRIVATE_DATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"多谢晒 拜拜", "thanks, bye bye", "hi, good morning", "谢谢你啊 辛苦了"})
    void knowsThanksAndGreetingsInOneMessage(String words) {
        assertThat(intents.then(normaliser.normal(words))).contains(Intent.SMALL_TALK);
    }

    @ParameterizedTest
    @CsvSource({"泳池冬天能去不,泳池冬天能去吗", "大家都要去还不,大家都要去还不"})
    void readsNotAtTheEndAsAQuestion(String typed, String read) {
        assertThat(normaliser.normal(typed)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "管理处电话多少",
                "3栋管家电话",
                "我住3栋201,物业电话多少",
                "我是1203的业主,怎么改手机号",
                "租客登记要带身份证吗",
                "业主大会什么时候开",
                "90平的房子一个月物业费多少",
                "楼上漏水打什么电话",
                "业主和租客的停车费一样吗",
                "收楼要带什么证件",
                "换了手机号在哪里登记",
                "物业費交去邊個戶口",
                "我個門卡唔見咗",
                "邻居太吵找谁",
                "how do i register my tenant",
                "office phone number",
                "can my neighbour park in my space",
                "who do I call about a leak from upstairs",
                "change my phone number",
                "visitor parking rate",
                "前台平时几点下班",
                "我不在家,他怎么进来拿钥匙"
            })
    void leavesQuestionsToTheHandbookAlone(String words) {
        assertThat(intents.first(normaliser.normal(words))).isEmpty();
    }
}
