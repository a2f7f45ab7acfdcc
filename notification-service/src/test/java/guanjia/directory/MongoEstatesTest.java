package guanjia.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import guanjia.directory.Estates.Saved;
import guanjia.infra.TestStores;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MongoEstatesTest {
    private final MongoDatabase database = TestStores.freshDatabase();
    private final AtomicLong nanos = new AtomicLong();
    private final MongoEstates estates = new MongoEstates(database, nanos::get);

    @Test
    void givesBackWhatWasSaved() {
        assertThat(estates.save(SampleEstates.yihe())).isEqualTo(Saved.DONE);
        assertThat(estates.save(SampleEstates.harbour())).isEqualTo(Saved.DONE);
        assertThat(estates.find(new EstateCode("yihe"))).contains(SampleEstates.yihe());
        assertThat(estates.all()).containsExactlyInAnyOrder(SampleEstates.yihe(), SampleEstates.harbour());
    }

    @Test
    void showsItsOwnChangeAtOnce() {
        estates.save(SampleEstates.yihe());
        estates.all();
        Estate renamed =
                SampleEstates.estate("yihe", "YH", "颐和苑", GreetingUntil.SEVENTH, "Asia/Shanghai", Optional.empty());
        estates.save(renamed);
        assertThat(estates.all()).containsExactly(renamed);
    }

    @Test
    void showsAnotherProcessesChangeAfterFiveSeconds() {
        assertThat(estates.all()).isEmpty();
        new MongoEstates(database, nanos::get).save(SampleEstates.yihe());
        assertThat(estates.all()).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(estates.all()).hasSize(1);
    }

    @Test
    void keepsShortCodesUnique() {
        estates.save(SampleEstates.yihe());
        Estate other =
                SampleEstates.estate("yinhu", "YH", "银湖", GreetingUntil.SEVENTH, "Asia/Shanghai", Optional.empty());
        assertThat(estates.save(other)).isEqualTo(Saved.SHORT_CODE_TAKEN);
        assertThat(estates.find(new EstateCode("yinhu"))).isEmpty();
        assertThat(estates.freeShortCode(new EstateCode("yinhu"))).isEqualTo("YHA");
    }

    @ParameterizedTest
    @CsvSource({"yihe, YH", "jinxiu-huayuan, JX", "shangcheng, SC", "a, AX", "9-10, XX", "harbour, HB", "oak, OA"})
    void makesShortCodesOfSyllables(String code, String shortCode) {
        assertThat(ShortCodes.propose(new EstateCode(code), List.of())).isEqualTo(shortCode);
    }

    @Test
    void namesTheEstateOfAnSmsNumberUnlessSeveralShareIt() {
        estates.save(SampleEstates.yihe());
        String number = "+8675500000001";
        assertThat(estates.findBySmsNumber(number)).contains(SampleEstates.yihe());
        assertThat(estates.findBySmsNumber("+8675500000009")).isEmpty();
        estates.save(SampleEstates.estate(
                "jinxiu", "JX", "锦绣", GreetingUntil.SEVENTH, "Asia/Shanghai", Optional.of(number)));
        assertThat(estates.findBySmsNumber(number)).isEmpty();
    }
}
