package guanjia.dialogue;

import java.util.Map;
import java.util.Optional;

/** A small reader for stories: wishes by keyword, options by their label, flows by their opening words. */
final class Reading {
    private static final Map<String, Wish> WISHES = Map.of(
            "取消", Wish.CANCEL,
            "上一步", Wish.BACK,
            "跳过", Wish.SKIP,
            "再说一遍", Wish.REPEAT,
            "菜单", Wish.MENU,
            "人工", Wish.PERSON,
            "继续", Wish.RESUME,
            "改一下", Wish.CORRECT);

    private Reading() {}

    static Heard of(String words, Optional<Pending> pending) {
        if (WISHES.containsKey(words)) {
            return new Heard.Wished(WISHES.get(words));
        }
        Optional<Heard> option = pending.flatMap(p -> p.options().stream()
                .filter(o -> Wording.of(o.label()).equals(words))
                .findFirst()
                .map(o -> Heard.Filled.of(p.question(), o.code())));
        return option.orElseGet(() -> switch (words) {
            case "我要报修" -> new Heard.Start("repair", Map.of());
            case "订场地" -> new Heard.Start("booking", Map.of());
            case "泳池几点关?" -> new Heard.Digressed(java.util.List.of(Say.of(Text.literal("泳池 21:00 关。【会所使用规定 › 开放时间】"))));
            case "??" -> new Heard.NotUnderstood();
            default -> new Heard.Said(words);
        });
    }
}
