package guanjia.dialogue;

import guanjia.dialogue.SampleFlows.Booking;
import guanjia.dialogue.SampleFlows.OpenTicket;
import guanjia.dialogue.SampleFlows.Repair;
import guanjia.dialogue.SampleFlows.Urgency;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepairStoryTest {
    private static final OpenTicket TICKET = ticket("周三下午");

    private final Repair repair = new Repair();
    private final Story story = new Story(repair, new Booking());

    private static OpenTicket ticket(String visit) {
        return new OpenTicket("3栋201", "厨房水管漏水", Urgency.NORMAL, List.of(), Optional.of(visit), Optional.empty());
    }

    private Story untilVisit() {
        return story.resident("我要报修")
                .bot("请选择房屋 [3栋201] [3栋202]")
                .presses("3栋201")
                .bot("哪里坏了?")
                .resident("厨房水管漏水")
                .bot("急吗? [很急] [不急]")
                .resident("不急")
                .bot("有照片吗?已收到0张 [略过]")
                .resident("跳过")
                .bot("什么时候上门? [周二上午] [周三下午]");
    }

    private Story untilSummary() {
        return untilVisit()
                .resident("周三下午")
                .bot("还有要说明的吗? [略过]")
                .presses("略过")
                .bot("3栋201,厨房水管漏水,不急,未填,周三下午,未填,对吗? [对] [不对]");
    }

    @Test
    void takesARepairFromFirstWordToTicket() {
        untilSummary().resident("对").bot("好的。").happened(TICKET);
    }

    @Test
    void readsANumberAsTheOptionInThatPlace() {
        untilVisit().resident("2").bot("还有要说明的吗?").resident("2楼漏到1楼").bot("2楼漏到1楼");
    }

    @Test
    void takesSeveralAnswersAtOnceFromTheOpeningWords() {
        story.hears(new Heard.Start(
                        "repair",
                        Map.of("fault", List.of("厨房水管漏水"), "urgency", List.of("NORMAL"), "photos", List.of("a", "b"))))
                .bot("请选择房屋")
                .resident("3栋202")
                .bot("有照片吗?已收到2张 [就这些] [重新发]")
                .resident("就这些")
                .bot("什么时候上门?")
                .resident("周二上午")
                .resident("跳过")
                .bot("3栋202,厨房水管漏水,不急,2张照片,周二上午,未填,对吗?");
    }

    @Test
    void takesSeveralAnswersAtOnceInTheMiddle() {
        story.resident("我要报修")
                .hears(new Heard.Filled(Map.of("unit", List.of("unit-3栋202"), "urgency", List.of("URGENT"))))
                .bot("哪里坏了?")
                .resident("门锁坏了")
                .bot("紧急报修30分钟内到。", "有照片吗?")
                .resident("跳过")
                .botDoesNotSay("30分钟")
                .bot("还有要说明的吗?");
    }

    @Test
    void asksAgainWithTheReasonWhatWasSaidInAdvanceAndIsNotOffered() {
        story.hears(new Heard.Start("repair", Map.of("unit", List.of("9栋")))).bot("选不了了", "请选择房屋");
    }

    @Test
    void answersAQuestionInTheMiddleAndResumes() {
        untilVisit()
                .resident("泳池几点关?")
                .bot("泳池 21:00 关。", "什么时候上门?")
                .resident("周三下午")
                .bot("还有要说明的吗?");
    }

    @Test
    void asksWhatToChangeAndComesBackToTheConfirmation() {
        untilSummary()
                .resident("不对")
                .bot("要改哪一项? [房屋] [故障] [急不急] [照片] [上门时间] [说明] [取消办理]")
                .presses("上门时间")
                .bot("什么时候上门?")
                .presses("周二上午")
                .bot("3栋201,厨房水管漏水,不急,未填,周二上午,未填,对吗?")
                .resident("对")
                .happened(ticket("周二上午"));
    }

    @Test
    void asksForAnotherTimeWhenTheChosenOneIsTakenAtTheEnd() {
        story.effects(effect -> effect.equals(TICKET)
                ? new EffectOutcome.Taken("visit", Say.of(Text.literal("周三下午刚被约走了。")))
                : new EffectOutcome.Done(List.of(Say.of(Text.literal("工单 YH-1125-017 已登记。")))));
        untilSummary()
                .resident("对")
                .bot("周三下午刚被约走了。", "什么时候上门?")
                .happened()
                .resident("周二上午")
                .bot("3栋201,厨房水管漏水,不急,未填,周二上午,未填,对吗?")
                .resident("对")
                .bot("工单 YH-1125-017 已登记。")
                .happened(ticket("周二上午"));
    }

    @Test
    void asksForAnotherTimeWhenTheChosenOneIsGoneBeforeTheEnd() {
        untilSummary();
        repair.free.remove("周三下午");
        story.resident("对")
                .bot("选不了了", "什么时候上门? [周二上午]")
                .happened()
                .resident("周二上午")
                .bot("周二上午,未填,对吗?")
                .resident("对")
                .happened(ticket("周二上午"));
    }

    @Test
    void offersAPersonWhenThereIsNothingToChoose() {
        repair.free.clear();
        story.resident("我要报修")
                .resident("3栋201")
                .resident("漏水")
                .resident("不急")
                .resident("跳过")
                .bot("目前没有可选的。 [转人工] [取消办理]")
                .presses("取消办理")
                .bot("确定取消报修吗? [取消办理] [继续办]")
                .presses("取消办理")
                .bot("已取消。");
    }

    @Test
    void collectsPicturesOneByOneAndEarlyAndLateOnes() {
        story.hears(new Heard.Photo("idle")).bot("照片收到了,请问");
        story.resident("我要报修")
                .hears(new Heard.Photo("a"))
                .bot("照片收到了。", "请选择房屋")
                .hears(new Heard.Photo("a2"))
                .resident("3栋201")
                .resident("漏水")
                .resident("不急")
                .bot("已收到2张 [就这些] [重新发]")
                .resident("没有了谢谢")
                .bot("没听明白")
                .resident("重新发")
                .bot("已收到0张 [略过]")
                .hears(new Heard.Photo("b"))
                .bot("已收到1张 [就这些]")
                .resident("1")
                .bot("什么时候上门?")
                .hears(new Heard.Photo(List.of("c", "d", "e")))
                .bot("照片收到了。", "什么时候上门?")
                .hears(new Heard.Photo("f"))
                .bot("照片够了,谢谢。", "什么时候上门?")
                .resident("周二上午")
                .resident("跳过")
                .bot("3张照片");
    }

    @Test
    void goesOnWhenThereAreEnoughPictures() {
        untilVisit();
        story.hears(new Heard.Correct("photos"))
                .bot("已收到0张")
                .hears(new Heard.Photo(List.of("a", "b", "c", "d")))
                .bot("照片够了,谢谢。", "什么时候上门?");
    }

    @Test
    void survivesADeploymentThatInsertsAQuestion() {
        untilSummary();
        Repair next = new Repair();
        next.asksAccess = true;
        story.deploys(next)
                .resident("对")
                .bot("家里没人可以进吗?")
                .happened()
                .resident("可以")
                .bot("3栋201,厨房水管漏水,不急,未填,周三下午,未填,对吗?")
                .resident("对")
                .happened(TICKET);
    }

    @Test
    void keepsWordsThatAnswerAQuestionFromBeforeADeployment() {
        untilVisit().resident("周三下午").bot("还有要说明的吗?");
        Repair next = new Repair();
        next.asksAccess = true;
        story.deploys(next)
                .resident("门禁坏了请打电话")
                .bot("办理步骤有更新。", "家里没人可以进吗?")
                .resident("先打电话")
                .bot("门禁坏了请打电话,对吗?");
    }

    @Test
    void endsPolitelyWhenADeploymentRemovedTheFlow() {
        story.resident("订场地").resident("我要报修").bot("请选择房屋");
        story.deploys(new Booking()).resident("3栋201").bot("这项服务已调整", "继续刚才的预订吗?");
        story.presses("继续办").bot("我们接着办预订。", "订哪里?");
    }

    @Test
    void startsAnotherFlowThoughADeploymentRemovedTheRunningOne() {
        story.resident("我要报修").deploys(new Booking()).resident("订场地").bot("订哪里?");
        story.deploys(new Repair()).hears(new Heard.TakenOver()).silence();
    }

    @Test
    void endsTheFlowWhenADeploymentRemovedItsLastOpenQuestion() {
        Story short1 = shortFlow().resident("周一").bot("好的。");
        short1.happened(new SampleFlows.Book("周一", 1));
        shortFlow().pressesToken("d:1:b:x").happened(new SampleFlows.Book("周一", 1));
        shortFlow().hears(Heard.Filled.of("b", "x")).happened(new SampleFlows.Book("周一", 1));
        shortFlow().pressesToken("d:7:b:x").bot("之前对话的按钮").happened();
        shortFlow().pressesToken("nonsense").bot("之前对话的按钮").happened();
        shortFlow().pressesToken("d:1:!which:b").bot("之前对话的按钮").happened();
        shortFlow().wishes(Wish.CANCEL).bot("没有正在办理").happened();
    }

    private static Story shortFlow() {
        Question<String> a = Question.text("a", "booking.place", 9);
        Question<String> b = Question.text("b", "booking.people", 9);
        Flow two = new SampleFlows.Lines("short", s -> List.of(new SampleFlows.Book(s.ask(a) + s.ask(b), 1)));
        Flow one = new SampleFlows.Lines("short", s -> List.of(new SampleFlows.Book(s.ask(a), 1)));
        return new Story(two)
                .hears(new Heard.Start("short", Map.of("a", List.of("周一"))))
                .bot("几个人?")
                .deploys(one);
    }

    @Test
    void remindsOnceThenKeepsADraftForSomeDays() {
        untilVisit()
                .passes(Duration.ofHours(1))
                .hears(new Heard.TimeoutPassed())
                .bot("您还在吗?", "什么时候上门?")
                .passes(Duration.ofHours(1))
                .hears(new Heard.TimeoutPassed())
                .bot("先为您保存着。", "继续刚才的报修吗?")
                .hears(new Heard.TimeoutPassed())
                .silence()
                .passes(Duration.ofDays(3))
                .resident("继续")
                .bot("我们接着办报修。", "什么时候上门?")
                .resident("周三下午")
                .bot("还有要说明的吗?");
    }

    @Test
    void forgetsDraftsThatAreTooOld() {
        untilVisit()
                .hears(new Heard.Expired())
                .silence()
                .passes(Duration.ofDays(8))
                .hears(new Heard.Expired());
        story.bot("已过期").resident("继续").bot("没有正在办理");
        story.resident("我要报修")
                .resident("菜单")
                .passes(Duration.ofDays(8))
                .resident("继续")
                .bot("没有正在办理");
    }
}
