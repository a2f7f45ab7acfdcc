package guanjia.knowledge.reading;

import static guanjia.knowledge.reading.Reading.file;
import static guanjia.knowledge.reading.Reading.section;
import static guanjia.knowledge.reading.Reading.text;
import static guanjia.knowledge.reading.Reading.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReaderTest {
    @Test
    void findsNestedHeadingsByTheirNumbers() throws Exception {
        ReadHandbook handbook = text("手册.txt", """
                第一章 入住
                1.1 领取钥匙
                请带身份证到前台领取。
                1.2 门禁卡
                每户四张，补办每张20元。
                第二章 装修
                2.1 申请
                提前七天提交图纸。
                （一）材料
                只用阻燃材料。
                （二）时间
                工作日9:00至18:00。
                """);
        assertThat(titles(handbook)).containsExactly("1.1 领取钥匙", "1.2 门禁卡", "2.1 申请", "（一）材料", "（二）时间");
        assertThat(section(handbook, "1.2 门禁卡").path()).containsExactly("第一章 入住");
        assertThat(section(handbook, "（二）时间").path()).containsExactly("第二章 装修", "2.1 申请");
        assertThat(section(handbook, "1.2 门禁卡").text()).isEqualTo("每户四张，补办每张20元。");
    }

    @Test
    void keepsNumberedListsTogetherInTheirSection() throws Exception {
        ReadHandbook handbook = text("手册.txt", """
                一、搬家须知
                请按下面的顺序办理:
                1、预约货梯
                2、交押金
                3、领取放行条
                二、快递柜
                快递柜在东门岗亭旁边。
                """);
        assertThat(titles(handbook)).containsExactly("一、搬家须知", "二、快递柜");
        assertThat(section(handbook, "一、搬家须知").text()).isEqualTo("请按下面的顺序办理:\n1、预约货梯\n2、交押金\n3、领取放行条");
    }

    @Test
    void splitsItemsThatRanTogether() throws Exception {
        ReadHandbook handbook = text("手册.txt", """
                一、泳池规则请遵守以下几点:1.先淋浴再下水，水深1.5米处有标记。2.戴泳帽。3.十二岁以下由大人陪同。
                二、健身房
                凭卡进入。
                """);
        assertThat(handbook.sections().getFirst().text().lines().toList())
                .endsWith("1.先淋浴再下水，水深1.5米处有标记。", "2.戴泳帽。", "3.十二岁以下由大人陪同。");
    }

    @Test
    void dropsATableOfContentsAndUsesItToSeparateGluedTitles() throws Exception {
        ReadHandbook handbook = text("手册.txt", """
                松涛园服务手册目录1、班车服务.......(3)2、邮件代收 (4)3、雨伞借用........5 4、轮椅借用 (6)
                1、班车服务班车每天七点发车，从南门到地铁站。
                周末停开。
                2、邮件代收前台代收平信，包裹请用快递柜。
                3、雨伞借用大堂备有雨伞二十把。
                4、轮椅借用押证件即可。
                """);
        assertThat(titles(handbook)).endsWith("1、班车服务", "2、邮件代收", "3、雨伞借用", "4、轮椅借用");
        assertThat(section(handbook, "1、班车服务").text()).isEqualTo("班车每天七点发车，从南门到地铁站。\n周末停开。");
        assertThat(handbook.sections())
                .noneMatch(section ->
                        section.text().contains("...") || section.text().contains("(4)"));
    }

    @Test
    void dropsContentsOnLinesOfTheirOwnAndPageNumbers() throws Exception {
        ReadHandbook handbook = text("手册.txt", """
                目录
                一、报修..............1
                二、投诉………………3

                一、报修
                拨打前台电话。
                - 1 -
                二、投诉
                三日内答复。
                第 2 页 共 9 页
                """);
        assertThat(titles(handbook)).containsExactly("一、报修", "二、投诉");
        assertThat(section(handbook, "一、报修").text()).isEqualTo("拨打前台电话。");
        assertThat(section(handbook, "二、投诉").text()).isEqualTo("三日内答复。");
    }

    @Test
    void putsBrokenSentencesTogetherAgain() throws Exception {
        ReadHandbook handbook = text("手册.txt", "一、停水\n计划停水会提前两天在每栋大堂和公众号\n里通知，请提前储水。\n二、停电\n备用电源只供电梯。");
        assertThat(section(handbook, "一、停水").text()).isEqualTo("计划停水会提前两天在每栋大堂和公众号里通知，请提前储水。");
    }

    @Test
    void keepsSeveralManualsOfOneFileApart() throws Exception {
        ReadHandbook handbook = text("合集.txt", """
                访客管理办法

                访客管理办法一、登记
                访客在岗亭登记。
                二、停车
                访客限停两小时。
                花园养护办法

                花园养护办法一、浇水
                每天清晨浇水。
                二、停车
                草地上不得停车。
                """);
        assertThat(handbook.sections())
                .extracting(ReadSection::path)
                .containsExactly(List.of("访客管理办法"), List.of("访客管理办法"), List.of("花园养护办法"), List.of("花园养护办法"));
        assertThat(handbook.title()).isEqualTo("合集");
    }

    @Test
    void readsARunningTitleOnlyOnce() throws Exception {
        ReadHandbook handbook = text("手册.txt", "六、服务标准\n（一）清洁\n每天两次。\n六、服务标准\n（二）绿化\n每周修剪。\n六、服务标准\n(三)消防\n每月检查。");
        assertThat(titles(handbook)).containsExactly("（一）清洁", "（二）绿化", "(三)消防");
        assertThat(section(handbook, "(三)消防").text()).isEqualTo("每月检查。");
    }

    @Test
    void readsEveryEncodingThatSuchFilesCome() throws Exception {
        String content = "一、停车\n月租三百元。\n二、会所\n每天开放。";
        byte[] marked = ("\uFEFF" + content).getBytes(StandardCharsets.UTF_8);
        byte[] wide = ("\uFEFF" + content).getBytes(StandardCharsets.UTF_16LE);
        for (byte[] bytes : List.of(marked, wide, content.getBytes(Charset.forName("GB18030")))) {
            assertThat(titles(file("手册.txt", bytes))).containsExactly("一、停车", "二、会所");
        }
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] wrongEncoding = "停車場每月租金三百元，請到管理處辦理手續。".getBytes(Charset.forName("Big5"));
        for (byte[] bytes : List.of(new byte[] {0, 1, 2, 3}, wrongEncoding)) {
            assertThatThrownBy(() -> file("手册.txt", bytes))
                    .isInstanceOfSatisfying(UnreadableHandbook.class, refused -> assertThat(refused.reason())
                            .isEqualTo(UnreadableHandbook.Reason.NOT_TEXT));
        }
    }
}
