package guanjia.conversations;

import java.util.regex.Pattern;

/**
 * Tells, while a free text is awaited, whether words want to know something or say what was asked for. People describe what is broken in
 * the form of a question ("水龙头一直滴水，怎么办？") and ask somebody to come by one ("能不能早点来？"): neither wants to be told anything.
 * Looks at words in simplified characters or English: at the plain form of what was typed.
 */
final class QuestionToUs {
    private static final Pattern WANTS_TO_KNOW = Pattern.compile(
            "几点|几号|几时|几楼|几栋|几多|什么时候|什么时间|多少|多久|多大|多远|多高"
                    + "|哪里|哪儿|哪边|哪个|哪些|哪天|哪一|在哪|边度|边个|谁|如何|是否|是不是|有没有|有冇|会不会|要不要|可不可以|能不能|系咪|得唔得"
                    + "|(?:可以|能|会|要|有|需要|允许).{0,12}(?:吗|么)$"
                    + "|怎么(?:样才|办理|申请|预约|预订|订|收费|收|交|缴|付|走|去|开通|联系|查|用|报名|买|租|退|充|取|领|投|进|算|办卡)"
                    + "|点样(?:申请|预约|交|去|用|订)|什么(?:手续|材料|证件|费用|规定|条件|价格|标准|意思|要求)|是什么"
                    + "|^(?:what time|what day|what is|what are|what's|when|where|who|which|how (?:much|many|long|far|often|do|can|to)"
                    + "|is there|are there|do you have|do we|does the|can i|can we|may i|may we|could i|could we|am i|are we|is it|are)\\b");

    private static final Pattern TROUBLE = Pattern.compile(
            "坏|漏|滴水|渗|积水|堵|不亮|不通|不出|不转|不热|不冷|不制冷|不工作|不灵|不动|没反应|没有反应"
                    + "|没电|没水|没气|停电|停水|断了|断电|裂|破了|破损|掉了|掉下|脱落|松了|松动|卡住|卡了|打不开|关不|开不了|锁不|异响|一直响|老响|总响|响个不停"
                    + "|噪音|吵|异味|臭|霉|起泡|生锈|短路|跳闸|故障|失灵|唔(?:着|亮|冻|热|通|郁|得闲)"
                    + "|\\b(?:broken|broke|leak\\w*|drip\\w*|doesn't|does not|won't|isn't|not working|no water|no hot water|no power|blocked|clogged"
                    + "|stuck|noisy|noise|smell\\w*|crack\\w*|flood\\w*|out of order|fault\\w*|mould\\w*|mold\\w*|flicker\\w*|fell off|loose)\\b");

    private static final Pattern HELPLESS =
            Pattern.compile("怎么办|咋办|怎么回事|咋回事|点算|点解|what (?:should|can|do) (?:i|we) do|what's wrong|what is wrong|why");

    private static final Pattern WANTS_SOMEBODY =
            Pattern.compile("(?:能不能|可不可以|可以|能|麻烦|请|帮).{0,8}(?:来|上门|修|帮|快点|早点|尽快|派|看看|看一下|处理|换)"
                    + "|\\b(?:can|could|would|will) (?:you|someone|somebody|anyone)\\b|\\bplease\\b");

    private QuestionToUs() {}

    /** Whether the honest answer is what the handbook says, or that it says nothing. */
    static boolean wantsToKnow(Typed typed) {
        String words = typed.plain();
        return WANTS_TO_KNOW.matcher(words).find()
                && !TROUBLE.matcher(words).find()
                && !WANTS_SOMEBODY.matcher(words).find();
    }

    /** Whether it tells what is broken and only sounds like a question. */
    static boolean describesTrouble(Typed typed) {
        String words = typed.plain();
        return TROUBLE.matcher(words).find() && HELPLESS.matcher(words).find();
    }
}
