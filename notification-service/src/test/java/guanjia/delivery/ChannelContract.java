package guanjia.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import guanjia.delivery.SendOutcome.Refused;
import guanjia.delivery.SendOutcome.Sent;
import guanjia.delivery.SendOutcome.TryAgain;
import guanjia.delivery.SendOutcome.Uncertain;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every channel promises to the workers, whoever its provider is. A new channel adds a class that says how its provider behaves so. */
abstract class ChannelContract {
    /** What a provider may do with a message. */
    enum Provider {
        TAKES,
        KNOWS_NO_SUCH_ADDRESS,
        SAYS_THE_PERSON_WANTS_NOTHING,
        REFUSES_THE_CONTENT,
        KNOWS_US_NOT,
        WANTS_FEWER,
        IS_DOWN_AND_SAYS_SO,
        HIDES_BEHIND_A_BROKEN_GATEWAY,
        SENDS_AN_ERROR_PAGE,
        TAKES_BUT_ANSWERS_NONSENSE,
        TAKES_BUT_ANSWERS_NOTHING,
        ANSWERS_TOO_LATE,
        CUTS_THE_CONNECTION_AFTER_READING,
        CUTS_THE_CONNECTION_IN_ITS_ANSWER,
        IS_NOT_THERE
    }

    /** The channel, its provider behaving so; both fresh. @return null where that can't happen on this channel */
    abstract Channel with(Provider provider);

    /** For an answer: short only where none is expected, so that a busy machine doesn't look like an absent provider. */
    static Duration patience(Provider provider) {
        return provider == Provider.ANSWERS_TOO_LATE ? Duration.ofMillis(600) : Duration.ofSeconds(30);
    }

    /** An address that the provider delivers to. */
    abstract Address somebody();

    /** How many messages the provider was given since {@link #with}. */
    abstract int posts();

    @ParameterizedTest
    @EnumSource(Provider.class)
    void saysWhatCameOfOneAttempt(Provider provider) {
        Channel channel = with(provider);
        assumeTrue(channel != null, "no such provider");

        SendOutcome outcome = channel.send("d1", somebody(), Content.text("您好"));

        switch (provider) {
            case TAKES -> assertThat(outcome).isInstanceOf(Sent.class);
            case KNOWS_NO_SUCH_ADDRESS -> assertThat(outcome).isEqualTo(new Refused(FailureReason.UNREACHABLE, true));
            case SAYS_THE_PERSON_WANTS_NOTHING ->
                assertThat(outcome)
                        .isIn(new Refused(FailureReason.BLOCKED, true), new Refused(FailureReason.OPTED_OUT, true));
            case REFUSES_THE_CONTENT ->
                assertThat(outcome).isEqualTo(new Refused(FailureReason.CONTENT_REFUSED, false));
            case KNOWS_US_NOT -> assertThat(outcome).isEqualTo(new Refused(FailureReason.CREDENTIALS, false));
            case WANTS_FEWER ->
                assertThat(outcome).isInstanceOfSatisfying(TryAgain.class, again -> {
                    assertThat(again.wholeChannel()).isTrue();
                    assertThat(again.after()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
                });
            case IS_DOWN_AND_SAYS_SO, SENDS_AN_ERROR_PAGE, IS_NOT_THERE ->
                assertThat(outcome).isInstanceOfSatisfying(TryAgain.class, again -> assertThat(again.wholeChannel())
                        .isFalse());
            case HIDES_BEHIND_A_BROKEN_GATEWAY,
                    TAKES_BUT_ANSWERS_NONSENSE,
                    TAKES_BUT_ANSWERS_NOTHING,
                    ANSWERS_TOO_LATE,
                    CUTS_THE_CONNECTION_AFTER_READING,
                    CUTS_THE_CONNECTION_IN_ITS_ANSWER -> assertThat(outcome).isEqualTo(new Uncertain());
        }
        assertThat(posts()).isEqualTo(provider == Provider.IS_NOT_THERE ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "一",
                "👨‍👩‍👧‍👦",
                "שלום RTL ‮",
                "a\u0000b",
                "{\"text\":\"json\"}",
                "<b>markup</b> & 50 % +1 _x_ *y*",
                "\uD83D",
                "\n\n x \n"
            })
    void neverThrowsWhateverTheWords(String words) {
        Channel channel = with(Provider.TAKES);

        assertThat(channel.send("d1", somebody(), Content.text(words))).isInstanceOf(Sent.class);
    }

    @Test
    void splitsALongTextIntoPartsThatAreAllTakenAndHoldEveryWord() {
        Channel channel = with(Provider.TAKES);
        String sentence = "电梯今天检修，请走楼梯。It takes 2.5 hours, sorry! ";
        List<List<Button>> buttons = List.of(List.of(new Button("好", "t")));
        Content whole = Content.withButtons(sentence.repeat(300), buttons);

        List<Content> parts = channel.split(whole);

        assertThat(parts).isNotEmpty().isEqualTo(channel.split(whole));
        assertThat(parts.stream().map(Content::text).collect(Collectors.joining()))
                .isEqualToIgnoringWhitespace(whole.text());
        assertThat(parts.subList(0, parts.size() - 1))
                .allMatch(part -> part.buttons().isEmpty());
        assertThat(parts.getLast().buttons()).isEqualTo(buttons);
        assertThat(parts).allSatisfy(part -> assertThat(channel.send("d1", somebody(), part))
                .isInstanceOf(Sent.class));
    }
}
