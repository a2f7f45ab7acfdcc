package guanjia.knowledge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class HandbookPageTest {
    private static final String ATTACK = "<script>alert(1)</script>\"'{{title}}";

    private static Document page(Locale language, PlacedSection... sections) {
        String html = new HandbookPage(
                        "云杉苑" + ATTACK,
                        "住户手册" + ATTACK,
                        Optional.of(LocalDate.of(2026, 11, 1)),
                        List.of(sections),
                        language)
                .render();
        return Jsoup.parse(html);
    }

    @Test
    void showsWhatAHandbookSaysWithoutRunningAnyOfIt() {
        Document page = page(
                Locale.forLanguageTag("zh-Hans"),
                new PlacedSection(List.of(ATTACK), ATTACK, "- " + ATTACK + "\n" + ATTACK, "s-1"));
        assertThat(page.select("script, style, iframe, img, [onclick], [style]"))
                .isEmpty();
        assertThat(page.selectFirst("#s-1 p").text()).isEqualTo(ATTACK);
        assertThat(page.selectFirst("#s-1 li").text()).isEqualTo(ATTACK);
        assertThat(page.selectFirst("h1").text()).isEqualTo("住户手册" + ATTACK);
    }

    @Test
    void listsEverySectionAndNamesItsPlace() {
        Document page = page(
                Locale.forLanguageTag("en"),
                new PlacedSection(List.of("收费"), "停车费", "每月300元", "s-a"),
                new PlacedSection(List.of("收费"), "管理费", "每月3元", "s-b"));
        assertThat(page.select("nav a").eachAttr("href")).containsExactly("#s-a", "#s-b");
        assertThat(page.select("main > section").eachAttr("id")).containsExactly("s-a", "s-b");
        assertThat(page.select("main > h2").eachText()).containsExactly("收费");
        assertThat(page.select("section > h3").eachText()).containsExactly("停车费", "管理费");
    }

    @Test
    void speaksTheReadersLanguage() {
        assertThat(page(Locale.forLanguageTag("zh-Hans")).select("summary").text())
                .isEqualTo("目录");
        assertThat(page(Locale.forLanguageTag("zh-Hant")).select("summary").text())
                .isEqualTo("目錄");
        assertThat(page(Locale.forLanguageTag("en")).select("summary").text()).isEqualTo("Contents");
        assertThat(page(Locale.forLanguageTag("en")).selectFirst("html").attr("lang"))
                .isEqualTo("en");
    }

    @Test
    void turnsRowsBackIntoATable() {
        Document page = page(
                Locale.forLanguageTag("en"),
                new PlacedSection(List.of(), "押金", "住宅 | 押金: 2000元 | 退还: 30 天\n商铺 | 押金: 5000元", "s-a"));
        assertThat(page.select("tr").get(0).children().eachText()).containsExactly("押金", "退还");
        assertThat(page.select("tr").get(2).children().eachText()).containsExactly("商铺", "5000元");
    }

    @Test
    void needsNothingButItsStyleSheet() {
        Document page = page(Locale.forLanguageTag("en"));
        assertThat(page.select("[src], link").eachAttr("href")).containsExactly(HandbookPage.STYLE_PATH);
        assertThat(HandbookPage.style())
                .contains(":target", "prefers-color-scheme: dark")
                .doesNotContain("url(");
    }

    @Test
    void showsAHandbookThatWasJustRead() throws Exception {
        ReadHandbook handbook = Reading.text("a.md", "# 手册\n## 宠物\n牵绳。\n## 垃圾\n分类。");
        String html = HandbookFragment.html(PlacedSection.of(handbook));
        List<String> anchors = Anchors.of(handbook.sections());
        assertThat(Jsoup.parse(html).select("section").eachAttr("id")).isEqualTo(anchors);
    }
}
