// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/console/field.h>
#include <app/console/requestform.h>
#include <model/system/systemreader.h>

#include <QComboBox>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::console;
using services::platform::EndpointAnswer;
using services::platform::EndpointCall;

class TestRequestForm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        const tests::support::Shop shop;
        m_form = std::make_unique<RequestForm>(shop.system, shop.shapes());
        m_form->show();
        m_form->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
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
        press(u"Se&nd"_s);
        QCOMPARE(m_calls.size(), size_t(1));
        QCOMPARE(m_calls[0].fleet.value, u"microservices"_s);
        QCOMPARE(m_calls[0].capability.value, u"catalogue"_s);
        QCOMPARE(m_calls[0].request.target, QByteArray("/products/p-0001"));
    }

    void fitsBelowTheGraphsWithAnErrorToo()
    {
        choose(u"POST /sessions"_s);
        for (auto *edit : m_form->findChildren<QPlainTextEdit *>()) {
            if (edit->accessibleName() == u"Body"_s)
                edit->setPlainText(u"{"_s);
        }
        press(u"Se&nd"_s);
        QCOMPARE(m_calls.size(), size_t(0));
        QVERIFY(m_form->layout()->totalMinimumHeightForWidth(1000) <= 240);
    }

    void sendsABodyAndAKeyWithAPost()
    {
        choose(u"POST /sessions"_s);
        press(u"Se&nd"_s);
        QCOMPARE(m_calls[0].request.method, QByteArray("POST"));
        QVERIFY(m_calls[0].request.body.contains("faultline-demo"));
        QVERIFY(m_calls[0].request.headers.contains("Idempotency-Key"));
    }

    void showsTheAnswerOfTheNewestRequestOnly()
    {
        choose(u"GET /products"_s);
        press(u"Se&nd"_s);
        const auto first = m_number;
        press(u"Se&nd"_s);
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
        press(u"Se&nd"_s);
        m_form->showFailure(m_number, u"Nobody is there"_s);
        QVERIFY(answerText().contains(u"Nobody is there"_s));
    }

    void saysInPlaceWhatCannotBeSent_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("complaint");
        QTest::addRow("no JSON") << u"Body"_s << u"{\"quantity\": }"_s << u"This is not JSON"_s;
        QTest::addRow("half of a JSON") << u"Body"_s << u"{\"quantity\": 1"_s << u"at character"_s;
        QTest::addRow("no colon") << u"Headers"_s << u"Accept: text/html\nnonsense"_s << u"Line 2"_s;
        QTest::addRow("a space in a name") << u"Headers"_s << u"Two Words: x"_s << u"Line 1"_s;
        QTest::addRow("no name") << u"Headers"_s << u": x"_s << u"Line 1"_s;
        QTest::addRow("what frames a message") << u"Headers"_s << u"Content-Length: 7"_s << u"Leave it out"_s;
        QTest::addRow("an odd letter") << u"Headers"_s << u"X-Name: Zoë"_s << u"plain letters"_s;
        QTest::addRow("an odd token") << u"Session"_s << u"toké"_s << u"plain letters"_s;
        QTest::addRow("no product") << u"product"_s << QString() << u"Fill this in"_s;
    }
    void saysInPlaceWhatCannotBeSent()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, complaint);
        choose(u"PUT /cart/items/{product}"_s);
        setText(field, text);
        press(u"Se&nd"_s);
        QVERIFY(m_calls.empty());
        QVERIFY2(fieldNamed(field)->error().contains(complaint), qPrintable(fieldNamed(field)->error()));
        QVERIFY(fieldNamed(field)->editor()->hasFocus());
        QVERIFY(!fieldNamed(field)->editor()->accessibleDescription().isEmpty());
    }

    void saysEverythingThatIsWrongAtOnce()
    {
        choose(u"PUT /cart/items/{product}"_s);
        for (const auto &field : {u"Body"_s, u"Headers"_s, u"Session"_s})
            setText(field, u"é"_s);
        press(u"Se&nd"_s);
        for (const auto &field : {u"Body"_s, u"Headers"_s, u"Session"_s})
            QVERIFY(!fieldNamed(field)->error().isEmpty());
        setText(u"Body"_s, u"{}"_s);
        setText(u"Headers"_s, u"X-Trace: 1"_s);
        setText(u"Session"_s, {});
        press(u"Se&nd"_s);
        QCOMPARE(m_calls.size(), size_t(1));
        for (const auto &field : {u"Body"_s, u"Headers"_s, u"Session"_s})
            QVERIFY(fieldNamed(field)->error().isEmpty());
    }

    void sendsHeadersAndPatience()
    {
        choose(u"GET /products"_s);
        setText(u"Headers"_s, u"X-One: 1\n\n x-two :  2 "_s);
        m_form->findChild<QSpinBox *>()->setValue(2);
        press(u"Se&nd"_s);
        QCOMPARE(m_calls[0].request.headers.find("x-one").toByteArray(), QByteArray("1"));
        QCOMPARE(m_calls[0].request.headers.find("X-Two").toByteArray(), QByteArray("2"));
        QCOMPARE(m_calls[0].patience, std::chrono::milliseconds(2000));
    }

    void cutsOffAVeryLongAnswer()
    {
        choose(u"GET /products"_s);
        press(u"Se&nd"_s);
        EndpointAnswer answer;
        answer.response.body = QByteArray(1'000'000, 'x');
        m_form->showAnswer(m_number, answer);
        QVERIFY(answerText().size() < 25'000);
        QVERIFY(answerText().contains(u"1,000,000"_s));
    }

    void keepsTheSessionOfALogIn()
    {
        press(u"Lo&g in a demo customer"_s);
        EndpointAnswer answer;
        answer.response.status = 201;
        answer.response.body = R"({"token":"abc"})";
        m_form->showAnswer(m_number, answer);
        choose(u"GET /cart"_s);
        press(u"Se&nd"_s);
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
    Field *fieldNamed(const QString &name) const
    {
        for (auto *field : m_form->findChildren<Field *>()) {
            if (field->editor()->accessibleName() == name)
                return field;
        }
        return nullptr;
    }
    void setText(const QString &field, const QString &text)
    {
        auto *editor = fieldNamed(field)->editor();
        if (auto *lines = qobject_cast<QPlainTextEdit *>(editor))
            lines->setPlainText(text);
        else
            qobject_cast<QLineEdit *>(editor)->setText(text);
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
