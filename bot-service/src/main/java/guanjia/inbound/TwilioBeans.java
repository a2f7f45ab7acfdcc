package guanjia.inbound;

import com.mongodb.client.MongoDatabase;
import guanjia.conversations.Mailbox;
import guanjia.conversations.Transcript;
import guanjia.delivery.ClosedAddresses;
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
        return new TwilioSignatures(token.strip(), url);
    }

    @Bean
    SmsIntake smsIntake(
            @Value("${guanjia.twilio.from}") String from,
            Estates estates,
            Mailbox mailbox,
            ClosedAddresses closed,
            InboundMeter meter) {
        return new SmsIntake(from.strip(), estates, mailbox, closed, meter);
    }

    @Bean
    SmsReconciler smsReconciler(
            @Value("${guanjia.twilio.account-sid}") String account,
            TwilioApi twilio,
            Transcript transcript,
            SmsIntake intake,
            MongoDatabase database) {
        ReconciledUntil reconciled = new ReconciledUntil(database, account.strip());
        return new SmsReconciler(twilio, transcript, intake, reconciled, Clock.systemUTC());
    }
}
