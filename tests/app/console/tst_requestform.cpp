// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/console/requestform.h>
#include <model/packaging/presets.h>
#include <model/system/systemreader.h>

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace app::console;
using model::system::SystemReader;
using services::platform::EndpointAnswer;
using services::platform::EndpointCall;

class TestRequestForm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        const auto system
            = SystemReader::readFile(QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json"))
                  .value();
        m_form = std::make_unique<RequestForm>(
            system, std::vector{model::packaging::monolith(system), model::packaging::microservices(system)});
        m_form->show();
        m_calls.clear();
        connect(m_form.get(), &RequestForm::sendWanted, this,
                [this](quint64 number, const EndpointCall &call) {
                    m_number = number;
                    m_calls.push_back(call);
                });
    }

    void sendsTheChosenEndpointWithItsParameters()
    {
        m_form->choose(1, {u"catalogue"_s});
        choose(u"GET /products/{id}"_s);
        press(u"&Send"_s);
        QCOMPARE(m_calls.size(), size_t(1));
        QCOMPARE(m_calls[0].fleet.value, u"microservices"_s);
        QCOMPARE(m_calls[0].capability.value, u"catalogue"_s);
        QCOMPARE(m_calls[0].request.target, QByteArray("/products/p-0001"));
    }

    void sendsABodyAndAKeyWithAPost()
    {
        choose(u"POST /sessions"_s);
        press(u"&Send"_s);
        QCOMPARE(m_calls[0].request.method, QByteArray("POST"));
        QVERIFY(m_calls[0].request.body.contains("faultline-demo"));
        QVERIFY(m_calls[0].request.headers.contains("Idempotency-Key"));
    }

    void showsTheAnswerOfTheNewestRequestOnly()
    {
        choose(u"GET /products"_s);
        press(u"&Send"_s);
        const auto first = m_number;
        press(u"&Send"_s);
        EndpointAnswer answer;
        answer.response.body = R"({"items":[]})";
        m_form->showAnswer(first, answer);
        QVERIFY(!answerText().contains(u"items"_s));
        m_form->showAnswer(m_number, answer);
        QVERIFY(answerText().contains(u"items"_s));
    }

    void saysWhyThereIsNoAnswer()
    {
        choose(u"GET /products"_s);
        press(u"&Send"_s);
        m_form->showFailure(m_number, u"Nobody is there"_s);
        QVERIFY(answerText().contains(u"Nobody is there"_s));
    }

    void keepsTheSessionOfALogIn()
    {
        press(u"&Log in a demo customer"_s);
        EndpointAnswer answer;
        answer.response.status = 201;
        answer.response.body = R"({"token":"abc"})";
        m_form->showAnswer(m_number, answer);
        choose(u"GET /cart"_s);
        press(u"&Send"_s);
        QCOMPARE(m_calls.back().request.headers.find("Authorization").toByteArray(),
                 QByteArray("Bearer abc"));
    }

private:
    void choose(const QString &operation)
    {
        for (auto *box : m_form->findChildren<QComboBox *>()) {
            for (int row = 0; row < box->count(); ++row) {
                if (box->itemText(row).endsWith(u": "_s + operation))
                    box->setCurrentIndex(row);
            }
        }
    }
    void press(const QString &text)
    {
        for (auto *button : m_form->findChildren<QPushButton *>()) {
            if (button->text() == text)
                QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    QString answerText() const
    {
        for (auto *edit : m_form->findChildren<QPlainTextEdit *>()) {
            if (edit->isReadOnly())
                return edit->toPlainText();
        }
        return {};
    }

    std::unique_ptr<RequestForm> m_form;
    std::vector<EndpointCall> m_calls;
    quint64 m_number = 0;
};

QTEST_MAIN(TestRequestForm)
#include "tst_requestform.moc"
