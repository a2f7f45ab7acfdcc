package guanjia.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionToUsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "快递柜在哪里？",
                "泳池几点关",
                "健身房可以带朋友吗？",
                "搬家要什么手续",
                "怎么申请停车位？",
                "附近有幼儿园吗",
                "師傅幾點到？",
                "點樣申請泊車位",
                "邊度有得影印？",
                "可唔可以養狗？得唔得？",
                "Where can I print something?",
                "What time does the cafe open?",
                "Is there a playground?",
                "can I keep a dog",
                "How much is a locker?"
            })
    void wantsToKnowSomething(String question) {
        assertThat(QuestionToUs.wantsToKnow(Typed.of(question))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "水龙头一直滴水，怎么办？",
                "阳台的灯怎么不亮了？",
                "厨房下水道堵了怎么办",
                "空调为什么一直响？",
                "不知道哪里在漏水",
                "门关不上，是不是锁坏了？",
                "能不能早点来？",
                "可以明天下午上门吗？",
                "廁所點解成日漏水？",
                "冷氣唔凍，點算？",
                "Why is my tap dripping?",
                "The socket doesn't work, what should I do?",
                "Can you come on Friday?",
                "Is the lift out of order?",
                "晚上来",
                "三号楼门口的路灯"
            })
    void saysWhatWasAskedFor(String words) {
        assertThat(QuestionToUs.wantsToKnow(Typed.of(words))).isFalse();
    }
}
