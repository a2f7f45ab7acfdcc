package guanjia.console;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.staff.StaffAccounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class StaffApiTest extends ApiTest {
    @Autowired
    private StaffAccounts accounts;

    @Test
    void makesAnAccountWithARandomPasswordThatOpensTheDoor() {
        post(system(), "/api/v1/staff", """
                {"login": "Yihe-New", "name": "新同事", "role": "front_desk", "estates": ["HOME"]}""")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.login")
                .isEqualTo("yihe-new")
                .jsonPath("$.role")
                .isEqualTo("FRONT_DESK")
                .jsonPath("$.estates[0]")
                .isEqualTo("home")
                .jsonPath("$.password")
                .value(password -> assertThat(accounts.signIn("yihe-new", String.valueOf(password), "here"))
                        .isInstanceOf(StaffAccounts.Accepted.class));
        assertThat(audited("home")).anySatisfy(entry -> {
            assertThat(entry.what()).isEqualTo("staff.created");
            assertThat(entry.after()).containsEntry("login", "yihe-new");
        });
    }

    @Test
    void keepsAGivenPasswordToItself() {
        post(system(), "/api/v1/staff", """
                {"login": "tech-2", "name": "师傅", "role": "TECHNICIAN", "estates": ["home"], "password": "long enough!"}""")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.password")
                .doesNotExist();
    }

    @Test
    void refusesALoginThatExists() {
        post(system(), "/api/v1/staff", """
                {"login": "home-front", "name": "x", "role": "FRONT_DESK", "estates": ["home"]}""")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("login-taken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "login | {\"login\": \"api:x\", \"name\": \"x\", \"role\": \"ADMIN\"}",
                "login | {\"name\": \"x\", \"role\": \"ADMIN\"}",
                "name | {\"login\": \"n1\", \"role\": \"ADMIN\"}",
                "role | {\"login\": \"n2\", \"name\": \"x\", \"role\": \"KING\"}",
                "estates | {\"login\": \"n3\", \"name\": \"x\", \"role\": \"MANAGER\"}",
                "estates | {\"login\": \"n4\", \"name\": \"x\", \"role\": \"MANAGER\", \"estates\": [\"nowhere\"]}",
                "password | {\"login\": \"n5\", \"name\": \"x\", \"role\": \"ADMIN\", \"password\": \"short\"}"
            })
    void namesTheFieldThatIsWrong(String field, String body) {
        post(system(), "/api/v1/staff", body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.field")
                .isEqualTo(field);
    }

    @Test
    void aManagerMakesAccountsForTheirOwnPeopleOnly() {
        post(staff("home-manager"), "/api/v1/staff", """
                {"login": "yihe-desk-3", "name": "小陈", "role": "FRONT_DESK", "estates": ["home"]}""").expectStatus().isCreated();
        post(staff("home-manager"), "/api/v1/staff", """
                {"login": "boss", "name": "老大", "role": "ADMIN", "estates": []}""").expectStatus().isForbidden();
        post(staff("home-manager"), "/api/v1/staff", """
                {"login": "spy", "name": "x", "role": "FRONT_DESK", "estates": ["xinghui"]}""").expectStatus().isBadRequest();
        post(staff("home-front"), "/api/v1/staff", """
                {"login": "friend", "name": "x", "role": "FRONT_DESK", "estates": ["home"]}""").expectStatus().isForbidden();
    }
}
