package guanjia.inbound;

import guanjia.conversations.Inbound;
import guanjia.conversations.InboundContent.Press;
import guanjia.conversations.InboundContent.Text;
import guanjia.conversations.TranscriptLine.Who;
import guanjia.delivery.Button;
import java.util.List;
import java.util.function.BiConsumer;

/** A little bot for looking at the page: an answer with its source, a choice, a person. */
final class Concierge implements BiConsumer<FakeConversations, Inbound> {
    @Override
    public void accept(FakeConversations chat, Inbound inbound) {
        switch (inbound.content()) {
            case Press press -> chat.say(inbound.from(), Who.BOT, "好的，收到您的选择。", List.of());
            case Text(String text)
            when text.contains("人工") -> {
                chat.say(inbound.from(), Who.NOTE, "已转前台同事，前面还有 1 位", List.of());
                chat.say(inbound.from(), Who.STAFF, "您好，我是前台小李，请问有什么可以帮您？", List.of());
            }
            case Text(String text)
            when text.contains("会所") ->
                chat.say(
                        inbound.from(),
                        Who.BOT,
                        "会所每天 06:30–22:00 开放，周一上午例行清洁，泳池 21:00 关闭。\n【会所使用规定 › 开放时间】",
                        List.of(List.of(
                                new Button("会所使用规定 › 开放时间", "https://chat.example.com/handbook/yihe/club#hours"))));
            default ->
                chat.say(
                        inbound.from(),
                        Who.BOT,
                        "请问是哪里漏水？水大的话请先关总阀，再拨 400-820-0119。",
                        List.of(List.of(new Button("厨房", "f:1"), new Button("卫生间", "f:2"), new Button("阳台", "f:3"))));
        }
    }
}
