package guanjia.dialogue;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Chinese for stories. A key without words is an error. */
final class Wording {
    private static final Map<String, String> WORDS = new HashMap<>();

    static {
        String words = """
                dialogue.done=好的。
                dialogue.yes=对
                dialogue.no=不对
                dialogue.skip=略过
                dialogue.skipped=未填
                dialogue.that-is-all=就这些
                dialogue.photos-clear=重新发
                dialogue.photo-count={count}张照片
                dialogue.photo-kept=照片收到了。
                dialogue.photo-unasked=照片收到了,请问需要什么帮助?
                dialogue.photos-full=照片够了,谢谢。
                dialogue.photos-missing=还差照片。
                dialogue.person=转人工
                dialogue.not-understood=抱歉,没听明白。
                dialogue.not-understood-offer=抱歉,还是没听明白,需要转人工吗?
                dialogue.handing-off=这就为您转人工。
                dialogue.handing-off-sorry=没能帮上忙，这就为您转人工。
                dialogue.not-offered=这一项现在选不了了。
                dialogue.nothing-to-choose=目前没有可选的。
                dialogue.contact-not-own=请分享您本人的号码。
                dialogue.contact-unasked=号码收到了,目前用不到。
                dialogue.change-what=要改哪一项?
                dialogue.cancel=取消办理
                dialogue.cancel-sure=确定取消{matter}吗?
                dialogue.cancelled=已取消。
                dialogue.nothing-runs=目前没有正在办理的事。
                dialogue.stopped=已停止。
                dialogue.first-question=这是第一项。
                dialogue.required=这一项需要填写。
                dialogue.changed=办理步骤有更新。
                dialogue.old-button=这是之前对话的按钮。
                dialogue.flow-gone=抱歉,这项服务已调整。
                dialogue.menu=我能为您做这些。
                dialogue.language=语言已切换。
                dialogue.parked=先为您保存着。
                dialogue.still-there=您还在吗?
                dialogue.resume-offer=继续刚才的{matter}吗?
                dialogue.go-on=继续办
                dialogue.resumed=我们接着办{matter}。
                dialogue.drop=不办了
                dialogue.dropped=好的,不办了。
                dialogue.expired=之前没办完的已过期。
                dialogue.with-staff=同事正在为您处理。
                dialogue.back-from-staff=管家机器人继续为您服务。
                flow.repair=报修
                flow.booking=预订
                flow.binding=绑定
                repair.unit=请选择房屋
                repair.unit.name=房屋
                repair.fault=哪里坏了?
                repair.fault.name=故障
                repair.fault.help=请用几个字说说哪里坏了,例如:厨房漏水。
                repair.urgency=急吗?
                repair.urgency.name=急不急
                repair.urgency.URGENT=很急
                repair.urgency.NORMAL=不急
                repair.photos=有照片吗?已收到{count}张
                repair.photos.name=照片
                repair.visit=什么时候上门?
                repair.visit.name=上门时间
                repair.access=家里没人可以进吗?
                repair.access.name=进门
                repair.access.YES_DO=可以
                repair.access.CALL_FIRST=先打电话
                repair.note=还有要说明的吗?
                repair.note.name=说明
                repair.summary={unit},{fault},{urgency},{photos},{visit},{note},对吗?
                repair.promise=紧急报修30分钟内到。
                booking.place=订哪里?
                booking.place.name=场地
                booking.people=几个人?
                booking.people.name=人数
                booking.summary={place},{people}人,对吗?
                binding.phone=请分享您的手机号
                binding.phone.name=手机号
                binding.card=请拍房产证
                binding.card.name=房产证
                """;
        words.lines()
                .forEach(
                        line -> WORDS.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    }

    private Wording() {}

    static boolean has(String key) {
        return WORDS.containsKey(key);
    }

    static String of(Say say) {
        return of(say.text())
                + say.choices().stream().map(c -> " [" + of(c.label()) + "]").collect(Collectors.joining());
    }

    static String of(Text text) {
        return switch (text) {
            case Text.Words words -> words.words();
            case Text.Message message -> of(message);
        };
    }

    private static String of(Text.Message message) {
        String words = WORDS.get(message.key());
        if (words == null) {
            throw new AssertionError("No words for " + message.key());
        }
        for (Map.Entry<String, Object> arg : message.args().entrySet()) {
            String value = arg.getValue() instanceof Text text
                    ? of(text)
                    : arg.getValue().toString();
            words = words.replace("{" + arg.getKey() + "}", value);
        }
        return words.replaceAll("\\{[a-z]+},?", "");
    }
}
