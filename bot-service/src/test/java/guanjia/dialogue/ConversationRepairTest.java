package guanjia.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.dialogue.SampleFlows.Bind;
import guanjia.dialogue.SampleFlows.Binding;
import guanjia.dialogue.SampleFlows.Book;
import guanjia.dialogue.SampleFlows.Booking;
import guanjia.dialogue.SampleFlows.Repair;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConversationRepairTest {
    private final Story story = new Story(new Repair(), new Booking(), new Binding());

    @Test
    void cancelsAtOnceWhenLittleIsLost() {
        story.resident("订场地")
                .resident("网球场")
                .resident("取消")
                .bot("已取消。")
                .resident("取消")
                .bot("没有正在办理");
    }

    @Test
    void asksBeforeMuchIsLost() {
        story.resident("我要报修").resident("3栋201").resident("漏水").resident("不急").resident("取消");
        story.bot("确定取消报修吗?").presses("继续办").bot("有照片吗?");
        story.resident("取消").bot("确定取消报修吗?").resident("嗯?").bot("没听明白", "确定取消报修吗?");
        story.resident("泳池几点关?").bot("21:00", "确定取消报修吗?");
        story.hears(Heard.Filled.of("!cancel", "maybe")).bot("抱歉,没听明白", "确定取消报修吗?");
        story.resident("取消").bot("已取消。").happened();
    }

    @Test
    void goesBackStepByStepAndKeepsTheAnswers() {
        story.resident("我要报修").resident("上一步").bot("这是第一项。", "请选择房屋");
        story.resident("3栋201").resident("漏水").resident("不急").resident("上一步").bot("急吗?");
        story.resident("上一步").bot("哪里坏了?").resident("跳过").bot("有照片吗?");
        story.resident("上一步").resident("上一步").resident("门坏了").bot("有照片吗?");
        story.resident("改一下").bot("要改哪一项?").resident("上一步").bot("有照片吗?");
    }

    @Test
    void skipsOnlyWhatMayBeSkipped() {
        story.resident("我要报修").resident("跳过").bot("需要填写", "请选择房屋");
        story.resident("3栋201")
                .resident("漏水")
                .resident("不急")
                .resident("改一下")
                .resident("跳过")
                .bot("有照片吗?");
    }

    @Test
    void changesAnEarlierAnswerWhenAsked() {
        story.resident("我要报修").resident("改一下").bot("这是第一项。");
        story.resident("3栋201").resident("漏水").resident("不急");
        story.hears(new Heard.Correct("fault")).bot("哪里坏了?");
        story.hears(new Heard.Correct("urgency"))
                .bot("急吗?")
                .hears(new Heard.Correct("urgency"))
                .bot("急吗?");
        story.hears(Heard.Filled.of("unit", "unit-3栋202")).bot("急吗?");
        story.hears(new Heard.Filled(Map.of("unit", List.of("?"), "urgency", List.of("NORMAL"))))
                .bot("选不了了", "有照片吗?");
        story.hears(new Heard.Correct("photos")).bot("有照片吗?");
        story.hears(new Heard.Correct("nothing")).bot("要改哪一项?").presses("故障").bot("哪里坏了?");
        story.resident("锁坏了").bot("有照片吗?").resident("改一下").resident("1").bot("请选择房屋");
        assertThat(story.pending().orElseThrow().answered()).containsExactly("unit", "fault", "urgency");
    }

    @Test
    void correctsByAnOldButtonOfTheSameFlow() {
        story.resident("我要报修");
        String first = story.token("3栋201");
        String second = story.token("3栋202");
        story.pressesToken(first)
                .bot("哪里坏了?")
                .pressesToken(second)
                .bot("哪里坏了?")
                .pressesToken(second)
                .silence();
        story.resident("漏水").bot("急吗?").pressesToken(second).bot("急吗?");
        story.resident("改一下")
                .pressesToken(first)
                .bot("急吗?")
                .hears(new Heard.Correct("unit"))
                .pressesToken(second)
                .bot("急吗?");
        assertThat(((State.Asking) story.state())
                        .progress()
                        .answers()
                        .get("unit")
                        .values())
                .containsExactly("unit-3栋202");
    }

    @Test
    void saysThatAButtonIsFromAnEarlierConversation() {
        story.resident("订场地");
        String old = story.token("网球场");
        story.resident("取消").pressesToken(old).bot("之前对话的按钮");
        story.resident("订场地").pressesToken(old).bot("之前对话的按钮", "订哪里?");
        story.pressesToken("anything").bot("之前对话的按钮", "订哪里?");
        story.pressesToken("d:2:place:火箭").bot("选不了了", "订哪里?");
        story.pressesToken("d:2:weather:火箭")
                .bot("订哪里?")
                .pressesToken("d:2:weather:雨")
                .bot("订哪里?");
        story.pressesToken("d:2:sun:~abc")
                .bot("订哪里?")
                .pressesToken("d:2:!cancel:yes")
                .bot("订哪里?");
        story.resident("网球场").pressesToken("d:2:place:火箭").bot("选不了了", "几个人?");
    }

    @Test
    void doesNothingTwiceForAButtonPressedTwice() {
        story.resident("订场地").resident("网球场").resident("4").bot("网球场,4人,对吗?");
        String yes = story.token("对");
        story.presses("对").bot("好的。").pressesToken(yes).silence().happened(new Book("网球场", 4));
        story.resident("??").pressesToken(yes).bot("之前对话的按钮").happened(new Book("网球场", 4));
    }

    @Test
    void handsOffOnceForAButtonPressedTwice() {
        story.resident("我要报修").resident("??").resident("??");
        String person = story.token("转人工");
        story.presses("转人工").bot("这就为您转人工。").pressesToken(person).silence();
        story.happened(new HandOff(HandOff.Reason.WISHED));
    }

    @Test
    void keepsNoFloodOfForgedButtons() {
        story.resident("我要报修");
        for (int i = 0; i < 100; i++) {
            story.pressesToken("d:1:forged" + i + ":x").bot("请选择房屋");
        }
        story.pressesToken("d:1:unit:" + "x".repeat(500)).bot("之前对话的按钮", "请选择房屋");
        assertThat(((State.Asking) story.state()).progress().answers()).hasSize(Pressing.MOST_ANSWERS);
    }

    @Test
    void aLateYesAgreesOnlyToWhatWasShown() {
        story.resident("订场地").resident("网球场").resident("4");
        String yes = story.token("对");
        story.hears(Heard.Filled.of("people", "5"))
                .bot("网球场,5人,对吗?")
                .pressesToken(yes)
                .bot("网球场,5人,对吗?");
        story.happened().presses("对").happened(new Book("网球场", 5));
    }

    @Test
    void readsYesAndNoByNumberAndWord() {
        story.resident("订场地").resident("网球场").resident("4");
        story.resident("2")
                .bot("要改哪一项?")
                .hears(Heard.Filled.of("!which", "!cancel"))
                .bot("已取消。");
        story.resident("订场地").resident("烧烤区").resident("10").resident("好吃").bot("没听明白");
        story.presses("不对").bot("要改哪一项?").presses("人数").resident("11").bot("没听明白", "几个人?");
        story.resident("9").hears(new Heard.Said("yes")).happened(new Book("烧烤区", 9));
    }

    @Test
    void parksAFlowForAnotherAndOffersToResume() {
        story.resident("我要报修").resident("3栋201").bot("哪里坏了?");
        story.resident("订场地").bot("订哪里?").resident("网球场").resident("2").resident("对");
        story.bot("好的。", "继续刚才的报修吗? [继续办] [不办了]").happened(new Book("网球场", 2));
        story.resident("继续办").bot("我们接着办报修。", "哪里坏了?");
        story.resident("我要报修").bot("哪里坏了?");
    }

    @Test
    void answersTheOfferInManyWays() {
        parked().resident("不办了").bot("好的,不办了。").resident("继续").bot("没有正在办理");
        parked().presses("不办了").bot("好的,不办了。");
        parked().resident("1").bot("我们接着办报修。");
        parked().resident("取消").bot("好的,不办了。");
        parked().resident("嗯").bot("没听明白", "继续刚才的报修吗?");
        parked().resident("泳池几点关?").bot("21:00", "继续刚才的报修吗?");
        parked().resident("再说一遍").bot("继续刚才的报修吗?");
        parked().resident("我要报修").bot("我们接着办报修。", "哪里坏了?");
        parked().hears(Heard.Filled.of("unit", "x")).bot("没听明白");
        parked().resident("菜单").bot("我能为您做这些。").botDoesNotSay("继续刚才的报修吗?");
        parked().wishes(Wish.STOP).bot("已停止。").resident("继续").bot("没有正在办理");
    }

    private Story parked() {
        Story fresh = new Story(new Repair(), new Booking());
        return fresh.resident("我要报修")
                .resident("3栋201")
                .resident("订场地")
                .resident("取消")
                .bot("已取消。", "继续刚才的报修吗?");
    }

    @Test
    void goesOnWithAParkedFlowWhenOneOfItsButtonsIsPressed() {
        story.resident("我要报修");
        String unit = story.token("3栋202");
        story.resident("订场地").pressesToken(unit).bot("哪里坏了?");
        story.resident("菜单").bot("我能为您做这些。 [继续办]").pressesToken(unit).bot("哪里坏了?");
        story.resident("菜单").presses("继续办").bot("我们接着办报修。", "哪里坏了?");
        story.resident("订场地").resident("菜单").presses("继续办").bot("我们接着办预订。");
    }

    @Test
    void dropsAParkedFlowWhileAnotherRuns() {
        Story offered = parked();
        String no = offered.token("不办了");
        offered.resident("订场地")
                .pressesToken(no)
                .bot("好的,不办了。", "订哪里?")
                .resident("取消")
                .botDoesNotSay("报修");
    }

    @Test
    void keepsOnlyAFewParkedFlows() {
        Flow[] flows = new Flow[6];
        for (int i = 0; i < flows.length; i++) {
            flows[i] = new SampleFlows.Lines(
                    "flow-" + i, s -> List.of(new Book(s.ask(Question.text("x", "booking.place", 9)), 1)));
        }
        Story many = new Story(flows);
        for (Flow flow : flows) {
            many.hears(new Heard.Start(flow.name(), Map.of()));
        }
        assertThat(((State.Asking) many.state()).shelf().parked()).hasSize(State.Shelf.MOST_PARKED);
    }

    @Test
    void offersAPersonAtTheSecondAndHandsOffAtTheThirdMisunderstanding() {
        story.resident("我要报修").resident("??").bot("没听明白", "请选择房屋").resident("999");
        story.bot("还是没听明白", "请选择房屋 [3栋201] [3栋202] [转人工]").resident("??").bot("这就为您转人工。");
        story.happened(new HandOff(HandOff.Reason.NOT_UNDERSTOOD));
        story.resident("在吗").bot("同事正在为您处理。").hears(new Heard.HandedBack());
        story.bot("继续为您服务", "继续刚才的报修吗?").resident("继续办").bot("请选择房屋");
    }

    @Test
    void helpsWithTheQuestionsOwnWordsAndCountsAnewAfterAnAnswer() {
        story.resident("我要报修").resident("??").resident("3栋201").resident("??").bot("例如:厨房漏水", "哪里坏了?");
        story.resident("很长".repeat(30))
                .bot("还是没听明白")
                .resident("漏水")
                .bot("急吗?")
                .resident("??")
                .bot("抱歉,没听明白。");
    }

    @Test
    void handsOffWithoutAFlowToo() {
        story.resident("??").bot("抱歉,没听明白。").resident("什么").bot("需要转人工吗? [转人工]").presses("转人工");
        story.bot("这就为您转人工。").happened(new HandOff(HandOff.Reason.WISHED));
        story.hears(new Heard.HandedBack())
                .bot("继续为您服务")
                .resident("??")
                .resident("??")
                .resident("??");
        story.bot("这就为您转人工。");
        story.hears(new Heard.HandedBack())
                .hears(new Heard.Start("gone", Map.of()))
                .bot("没听明白");
        story.resident("我要报修").hears(new Heard.Start("gone", Map.of())).bot("没听明白", "请选择房屋");
    }

    @Test
    void keepsThePlaceWhileAPersonHasTheConversation() {
        story.resident("我要报修").resident("3栋201").resident("人工").bot("这就为您转人工。");
        assertThat(story.pending()).isEmpty();
        story.hears(new Heard.TakenOver())
                .silence()
                .hears(new Heard.TimeoutPassed())
                .silence();
        story.hears(new Heard.Expired())
                .silence()
                .wishes(Wish.LANGUAGE)
                .bot("语言已切换。")
                .resident("取消")
                .bot("同事正在为您处理。");
        story.resident("泳池几点关?")
                .bot("21:00")
                .hears(new Heard.Digressed(List.of()))
                .bot("同事正在为您处理。");
        story.hears(new Heard.HandedBack()).presses("继续办").bot("哪里坏了?");
        story.hears(new Heard.TakenOver())
                .silence()
                .hears(new Heard.HandedBack())
                .bot("继续刚才的报修吗?");
        story.hears(new Heard.TakenOver())
                .hears(new Heard.HandedBack())
                .bot("继续刚才的报修吗?")
                .resident("人工");
        story.bot("这就为您转人工。");
    }

    @Test
    void keepsEverythingWhenTheLanguageChanges() {
        story.resident("我要报修").resident("3栋201").wishes(Wish.LANGUAGE).bot("语言已切换。", "哪里坏了?");
        story.resident("再说一遍").bot("哪里坏了?").hears(new Heard.HandedBack()).bot("继续为您服务", "哪里坏了?");
        story.resident("继续")
                .bot("哪里坏了?")
                .resident("??")
                .resident("??")
                .presses("转人工")
                .bot("这就为您转人工。");
    }

    @Test
    void stopsEverythingWhenToldTo() {
        story.resident("我要报修")
                .resident("订场地")
                .wishes(Wish.STOP)
                .bot("已停止。")
                .resident("继续")
                .bot("没有正在办理");
        story.wishes(Wish.LANGUAGE).bot("语言已切换。").hears(new Heard.Correct("x")).bot("没有正在办理");
        story.hears(new Heard.Expired()).silence().resident("再说一遍").bot("我能为您做这些。");
        story.resident("人工").bot("这就为您转人工。");
    }

    @Test
    void takesOnlyAnOwnSharedContactAsAPhoneNumber() {
        story.hears(new Heard.Contact("+85251234567", true)).bot("目前用不到");
        story.hears(new Heard.Start("binding", Map.of("phone", List.of("+85251234567"))))
                .bot("请分享您的手机号");
        story.resident("+85251234567")
                .bot("没听明白")
                .hears(new Heard.Contact("+85259999999", false))
                .bot("本人的号码");
        story.hears(new Heard.Contact("+85251234567", true)).bot("请拍房产证");
        story.hears(new Heard.Contact("+85251234567", true)).bot("目前用不到", "请拍房产证");
        story.resident("跳过")
                .bot("还差照片", "请拍房产证")
                .hears(Heard.Filled.of("card", "!done"))
                .bot("没听明白");
        story.hears(new Heard.Photo("a"))
                .bot("请拍房产证 [重新发]")
                .hears(new Heard.Photo("a"))
                .bot("请拍房产证 [重新发]");
        story.hears(new Heard.Photo("b")).bot("请拍房产证 [就这些]").presses("就这些").happened(new Bind("+85251234567", 2));
    }
}
