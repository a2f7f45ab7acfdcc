package guanjia.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.conversations.Inbound;
import guanjia.conversations.InboundContent.Attachment;
import guanjia.conversations.InboundContent.Attachment.Kind;
import guanjia.conversations.InboundContent.Text;
import guanjia.conversations.InboundContent.Unsupported;
import guanjia.delivery.Address;
import guanjia.delivery.ChannelKind;
import guanjia.delivery.FailureReason;
import guanjia.delivery.TwilioApi.Received;
import guanjia.directory.EstateCode;
import guanjia.inbound.InboundMeter.Outcome;
import guanjia.inbound.InboundServer.Receipt;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class SmsWebhooksTest {
    private static InboundServer server;

    @BeforeAll
    static void start() {
        server = InboundServer.fresh();
    }

    @AfterEach
    void bringTheStoreBack() {
        server.conversations.away = false;
    }

    /** The example in Twilio's documentation, "Validating Signatures from Twilio". */
    @Test
    void acceptsThePublishedSignature() {
        TwilioSignatures signatures = new TwilioSignatures("12345", new PublicUrl("https://mycompany.com/"));
        TwilioForm form = new TwilioForm(Map.of(
                "CallSid", "CA1234567890ABCDE",
                "Caller", "+14158675309",
                "Digits", "1234",
                "From", "+14158675309",
                "To", "+18005551212"));
        assertThat(signatures.isGenuine("/myapp.php", "foo=1&bar=2", form, "RSOYDt4T1cUTdK1PDd93/VVr8B8="))
                .isTrue();
        assertThat(signatures.isGenuine("/myapp.php", "foo=1&bar=3", form, "RSOYDt4T1cUTdK1PDd93/VVr8B8="))
                .isFalse();
        assertThat(signatures.isGenuine("/myapp.php", "foo=1&bar=2", form, null))
                .isFalse();
    }

    @Test
    void takesChineseWordsAndAnswersWithAnEmptyReply() {
        signed("/webhooks/twilio/sms", sms("SM1", Map.of("Body", "家里漏水了,怎么办? 50% & +1")))
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_XML)
                .expectBody(String.class)
                .value(xml -> assertThat(xml).endsWith("<Response/>"));
        Inbound taken = taken("SM1");
        assertThat(taken.content()).isEqualTo(new Text("家里漏水了,怎么办? 50% & +1"));
        assertThat(taken.from()).isEqualTo(new Address(ChannelKind.SMS, "+85261234567"));
        assertThat(taken.estate()).isEmpty();
        assertThat(server.conversations.onEventLoop).isFalse();
    }

    @Test
    void knowsTheEstateByTheNumberWrittenToAndAnswersFromIt() {
        signed("/webhooks/twilio/sms", sms("SM2", Map.of("To", "+85230000001")))
                .expectStatus()
                .isOk();
        assertThat(taken("SM2").estate()).contains(new EstateCode("yihe"));
        assertThat(taken("SM2").from()).isEqualTo(new Address(ChannelKind.SMS, "+85261234567", "+85230000001"));
    }

    @Test
    void takesAMessageOnce() {
        signed("/webhooks/twilio/sms", sms("SM3", Map.of())).expectStatus().isOk();
        signed("/webhooks/twilio/sms", sms("SM3", Map.of())).expectStatus().isOk();
        assertThat(server.conversations.taken.stream()
                        .filter(inbound -> inbound.id().equals("SM3")))
                .hasSize(1);
    }

    @Test
    void takesEachPictureAndTheWordsWithTheFirst() {
        signed(
                        "/webhooks/twilio/sms",
                        sms(
                                "SM4",
                                Map.of(
                                        "Body", "漏成这样",
                                        "NumMedia", "2",
                                        "MediaUrl0", "https://api.twilio.com/m/0",
                                        "MediaContentType0", "image/jpeg",
                                        "MediaUrl1", "https://api.twilio.com/m/1",
                                        "MediaContentType1", "video/mp4")))
                .expectStatus()
                .isOk();
        Optional<String> album = Optional.of("SM4");
        assertThat(taken("SM4").content())
                .isEqualTo(new Attachment(Kind.PHOTO, "https://api.twilio.com/m/0", 0, "漏成这样", album));
        assertThat(taken("SM4-1").content())
                .isEqualTo(new Attachment(Kind.VIDEO, "https://api.twilio.com/m/1", 0, "", album));
    }

    @Test
    void givesAnEmptyMessageAWordBackAndIgnoresSendersWithoutANumber() {
        signed("/webhooks/twilio/sms", sms("SM5", Map.of("Body", "  ")))
                .expectStatus()
                .isOk();
        assertThat(taken("SM5").content()).isEqualTo(new Unsupported("empty"));
        signed("/webhooks/twilio/sms", sms("SM6", Map.of("From", "Guanjia")))
                .expectStatus()
                .isOk();
        assertThat(server.conversations.taken).noneMatch(inbound -> inbound.id().equals("SM6"));
    }

    @Test
    void turnsAwayForgedChangedAndUnsignedPosts() {
        double before = server.meter.counted(ChannelKind.SMS, Outcome.FORGED, "webhook");
        Map<String, String> form = sms("SM7", Map.of("Body", "改过的"));
        post("/webhooks/twilio/sms", form, sign("/webhooks/twilio/sms", sms("SM7", Map.of("Body", "原来的"))))
                .expectStatus()
                .isForbidden();
        post("/webhooks/twilio/sms", form, "").expectStatus().isForbidden();
        post("/webhooks/twilio/status", form, sign("/webhooks/twilio/sms", form))
                .expectStatus()
                .isForbidden();
        assertThat(server.conversations.taken).noneMatch(inbound -> inbound.id().equals("SM7"));
        assertThat(server.meter.counted(ChannelKind.SMS, Outcome.FORGED, "webhook"))
                .isEqualTo(before + 3);
    }

    @Test
    void turnsAwayWhatIsNoForm() {
        for (String body : List.of("MessageSid=%zz&Body=%", "")) {
            server.client()
                    .post()
                    .uri("/webhooks/twilio/sms")
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .header("X-Twilio-Signature", "x")
                    .bodyValue(body)
                    .exchange()
                    .expectStatus()
                    .is4xxClientError();
        }
    }

    @Test
    void whoWritesAgainCanBeWrittenToAgain() {
        Address phone = new Address(ChannelKind.SMS, "+85261234567");
        server.closed.close(phone, FailureReason.OPTED_OUT);
        signed("/webhooks/twilio/sms", sms("SM20", Map.of("Body", "START")))
                .expectStatus()
                .isOk();
        assertThat(server.closed.closed).doesNotContainKey(phone);
    }

    @Test
    void turnsAwayTenMegabytes() {
        server.client()
                .post()
                .uri("/webhooks/twilio/sms")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .header("X-Twilio-Signature", "x")
                .bodyValue("Body=" + "x".repeat(10_000_000))
                .exchange()
                .expectStatus()
                .isEqualTo(413);
    }

    @Test
    void checksTheQueryToo() {
        signed("/webhooks/twilio/sms?fallback=1", sms("SM8", Map.of()))
                .expectStatus()
                .isOk();
        assertThat(taken("SM8")).isNotNull();
    }

    @Test
    void handsReceiptsOn() {
        signed(
                        "/webhooks/twilio/status",
                        Map.of("MessageSid", "SM9", "MessageStatus", "undelivered", "ErrorCode", "30003"))
                .expectStatus()
                .isOk();
        signed("/webhooks/twilio/status", Map.of("MessageSid", "SM10", "MessageStatus", "delivered"))
                .expectStatus()
                .isOk();
        assertThat(server.conversations.receipts)
                .contains(new Receipt("SM9", "undelivered", 30003), new Receipt("SM10", "delivered", 0));
    }

    @Test
    void saysWhenTheStoreIsAwayAndFetchesTheMessagesLater() {
        server.conversations.away = true;
        List<String> lost = java.util.stream.IntStream.range(100, 120)
                .mapToObj(i -> "SM" + i)
                .toList();
        for (String sid : lost) {
            signed("/webhooks/twilio/sms", sms(sid, Map.of())).expectStatus().isEqualTo(503);
            server.twilio.add(new Received(sid, "+85261234567", "+85230000000", "", "在吗", List.of(), Instant.now()));
        }
        server.conversations.away = false;
        assertThat(server.reconciler.reconcile()).isEqualTo(20);
        assertThat(server.conversations.taken.stream().map(Inbound::id)).containsAll(lost);
        assertThat(server.reconciler.reconcile()).isZero();
    }

    private static Inbound taken(String sid) {
        return server.conversations.taken.stream()
                .filter(inbound -> inbound.id().equals(sid))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> sms(String sid, Map<String, String> changes) {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "MessageSid", sid,
                "From", "+85261234567",
                "To", "+85230000000",
                "Body", "在吗",
                "NumMedia", "0"));
        form.putAll(changes);
        return form;
    }

    private static WebTestClient.ResponseSpec signed(String path, Map<String, String> form) {
        return post(path, form, sign(path, form));
    }

    private static WebTestClient.ResponseSpec post(String path, Map<String, String> form, String signature) {
        return server.client()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .header("X-Twilio-Signature", signature)
                .bodyValue(TwilioPosts.body(form))
                .exchange();
    }

    private static String sign(String path, Map<String, String> form) {
        return TwilioPosts.sign(InboundServer.TWILIO_TOKEN, InboundServer.PUBLIC_URL + path, form);
    }
}
