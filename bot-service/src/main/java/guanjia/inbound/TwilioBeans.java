package guanjia.inbound;

import guanjia.conversations.Mailbox;
import guanjia.conversations.Transcript;
import guanjia.delivery.TwilioApi;
import guanjia.directory.Estates;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way in for SMS, where Twilio is set. */
@Configuration(proxyBeanMethods = false)
@OnTwilio
class TwilioBeans {
    @Bean
    TwilioSignatures twilioSignatures(@Value("${guanjia.twilio.auth-token}") String token, PublicUrl url) {
        return new TwilioSignatures(token, url);
    }

    @Bean
    SmsIntake smsIntake(
            @Value("${guanjia.twilio.from}") String from, Estates estates, Mailbox mailbox, InboundMeter meter) {
        return new SmsIntake(from, estates, mailbox, meter);
    }

    @Bean
    SmsReconciler smsReconciler(TwilioApi twilio, Transcript transcript, SmsIntake intake) {
        return new SmsReconciler(twilio, transcript, intake, Clock.systemUTC());
    }
}
