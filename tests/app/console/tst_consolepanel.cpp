// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/console/consolepanel.h>
#include <app/console/contractmodel.h>
#include <app/console/differencemodel.h>
#include <app/console/field.h>
#include <app/console/historymodel.h>
#include <app/console/seriesmodel.h>
#include <app/console/variablesmodel.h>

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::console;
using services::platform::EndpointAnswer;
using services::platform::EndpointCall;

class TestConsolePanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        const tests::support::Shop shop;
        m_panel = std::make_unique<ConsolePanel>(shop.system, shop.shapes());
        m_panel->resize(1100, 300);
        m_panel->QWidget::show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        m_calls.clear();
        m_numbers.clear();
        connect(m_panel.get(), &ConsolePanel::sendWanted, this,
                [this](quint64 number, const EndpointCall &call) {
                    m_numbers.push_back(number);
                    m_calls.push_back(call);
                });
        for (auto *model : models())
            new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest,
                                         model);
    }

    void sendsTheChosenEndpointWithItsParameters()
    {
        m_panel->choose(1, model::system::CapabilityId{u"catalogue"_s});
        choose(u"GET /products/{id}"_s);
        press(u"Se&nd"_s);
        QCOMPARE(m_calls.size(), size_t(1));
        QCOMPARE(m_calls[0].fleet.value, u"microservices"_s);
        QCOMPARE(m_calls[0].capability.value, u"catalogue"_s);
        QCOMPARE(m_calls[0].operation, u"GET /products/{id}"_s);
        QCOMPARE(m_calls[0].request.target, QByteArray("/products/p-0001"));
    }

    void fitsBelowTheGraphsWithAnErrorToo()
    {
        choose(u"PUT /cart/items/{product}"_s);
        type(u"quantity"_s, u"many"_s);
        press(u"Se&nd"_s);
        QCOMPARE(m_calls.size(), size_t(0));
        QVERIFY(m_panel->layout()->totalMinimumHeightForWidth(1000) <= 240);
    }

    void makesAFormOfTheContract()
    {
        choose(u"POST /reservations"_s);
        QVERIFY(fieldNamed(u"items[1].product"_s) != nullptr);
        type(u"items[1].quantity"_s, u"3"_s);
        type(u"order"_s, u"o-7"_s);
        press(u"Se&nd"_s);
        const auto body = QJsonDocument::fromJson(m_calls.at(0).request.body).object();
        QCOMPARE(body[u"order"_s].toString(), u"o-7"_s);
        QCOMPARE(body[u"items"_s][0][u"product"_s].toString(), u"p-0001"_s);
        QCOMPARE(body[u"items"_s][0][u"quantity"_s].toInt(), 3);
        QVERIFY(m_calls[0].request.headers.contains("Idempotency-Key"));
    }

    void leavesOutOfAQueryWhatIsEmpty()
    {
        choose(u"GET /products"_s);
        type(u"category"_s, u"A & B"_s);
        type(u"size"_s, {});
        press(u"Se&nd"_s);
        QCOMPARE(m_calls.at(0).request.target, QByteArray("/products?category=A%20%26%20B&page=1"));
    }

    void sendsRawWhatIsWrittenRaw()
    {
        choose(u"POST /sessions"_s);
        QTest::mouseClick(raw(), Qt::LeftButton, {}, QPoint(8, raw()->height() / 2));
        QVERIFY(textOf(u"Body"_s).contains(u"faultline-demo"_s)); // what the form held
        setText(u"Body"_s, u"{\"email\": 7}"_s);
        setText(u"Query"_s, u"a=1"_s);
        press(u"Se&nd"_s);
        QCOMPARE(m_calls.at(0).request.body, QByteArray("{\"email\": 7}"));
        QCOMPARE(m_calls[0].request.target, QByteArray("/sessions?a=1"));
        setText(u"Query"_s, {}); // and back: the form takes over what it can hold
        setText(u"Body"_s, u"{\"email\": \"a@b.test\", \"password\": \"p\"}"_s);
        QTest::mouseClick(raw(), Qt::LeftButton, {}, QPoint(8, raw()->height() / 2));
        QCOMPARE(textOf(u"email"_s), u"a@b.test"_s);
    }

    void staysRawWhenTheFormCannotHoldIt()
    {
        choose(u"POST /sessions"_s);
        raw()->click();
        setText(u"Body"_s, u"{\"stranger\": 1}"_s);
        raw()->click();
        QVERIFY(raw()->isChecked());
        QVERIFY(!fieldNamed(u"Body"_s)->error().isEmpty());
        setText(u"Body"_s, {});
        setText(u"Query"_s, u"stranger=1"_s);
        raw()->click();
        QVERIFY(raw()->isChecked());
        QVERIFY(!fieldNamed(u"Query"_s)->error().isEmpty());
        QVERIFY(fieldNamed(u"Body"_s)->error().isEmpty());
    }

    void leadsToTheLetterAtWhichARawBodyBreaks()
    {
        m_panel->resize(1100, 170); // the form does not fit
        choose(u"PUT /cart/items/{product}"_s);
        setText(u"Session"_s, {});
        raw()->click();
        auto *body = qobject_cast<QPlainTextEdit *>(fieldNamed(u"Body"_s)->editor());
        body->setFocus();
        body->selectAll();
        QTest::keyClicks(body, u"{"_s);
        QTest::keyClick(body, Qt::Key_Return);
        QTest::keyClicks(body, u" \"quantity\" 1}"_s);
        press(u"Se&nd"_s);
        QVERIFY(m_calls.empty());
        const auto *error = errorOf(u"Body"_s);
        QVERIFY2(error->text().startsWith(u"Line 2, column 13: this is not JSON"_s),
                 qPrintable(error->text()));
        QCOMPARE(error->visibleRegion().boundingRect(), error->rect());
        QVERIFY(body->hasFocus());
        QCOMPARE(body->textCursor().blockNumber(), 1);
        QCOMPARE(body->textCursor().positionInBlock(), 12);
        QTest::keyClicks(body, u":"_s); // where it is wanted
        QTest::keyClick(body, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_calls.size(), size_t(1));
        QVERIFY(error->isHidden());
    }

    void aRawTextIsDiscardedOnlyWhenOneSaysSoAndCanComeBack()
    {
        choose(u"POST /sessions"_s);
        const QString email = textOf(u"email"_s);
        raw()->click();
        setText(u"Body"_s, u"{\"email\": nobody"_s);
        QTest::mouseClick(raw(), Qt::LeftButton, {}, QPoint(8, raw()->height() / 2));
        QVERIFY(raw()->isChecked());
        QVERIFY2(errorOf(u"Body"_s)->text().startsWith(u"Line 1, column 11"_s),
                 qPrintable(errorOf(u"Body"_s)->text()));
        QVERIFY(fieldNamed(u"Body"_s)->editor()->hasFocus());
        QCOMPARE(textOf(u"Body"_s), u"{\"email\": nobody"_s);
        pressVisible(u"Discard the text"_s);
        QVERIFY(!raw()->isChecked());
        QVERIFY(fieldNamed(u"email"_s)->isVisible());
        QCOMPARE(textOf(u"email"_s), email);
        QVERIFY(says(u"the discarded text is back"_s));
        QTest::keyClick(raw(), Qt::Key_Space);
        QCOMPARE(textOf(u"Body"_s), u"{\"email\": nobody"_s);
        raw()->click();
        pressVisible(u"Discard the text"_s);
        type(u"email"_s, u"a@b.test"_s); // goes on with the fields
        raw()->click();
        QVERIFY(textOf(u"Body"_s).contains(u"a@b.test"_s));
    }

    void saysInPlaceWhatCannotBeSent_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("complaint");
        QTest::addRow("no JSON") << u"Body"_s << u"{\"quantity\": }"_s
                                 << u"Line 1, column 14: this is not JSON"_s;
        QTest::addRow("half of a JSON")
            << u"Body"_s << u"{\"quantity\": 1"_s << u"Line 1, column 15: this is not JSON"_s;
        QTest::addRow("no such variable")
            << u"Body"_s << u"{\"quantity\": {{many}}}"_s << u"{{many}} has no value"_s;
        QTest::addRow("no colon") << u"Headers"_s << u"Accept: text/html\nnonsense"_s << u"Line 2"_s;
        QTest::addRow("a space in a name") << u"Headers"_s << u"Two Words: x"_s << u"Line 1"_s;
        QTest::addRow("no name") << u"Headers"_s << u": x"_s << u"Line 1"_s;
        QTest::addRow("what frames a message") << u"Headers"_s << u"Content-Length: 7"_s << u"Leave it out"_s;
        QTest::addRow("an odd letter") << u"Headers"_s << u"X-Name: Zoë"_s << u"plain letters"_s;
        QTest::addRow("an odd token") << u"Session"_s << u"toké"_s << u"plain letters"_s;
        QTest::addRow("nobody is logged in") << u"Session"_s << u"{{token}}"_s << u"in Microservices yet"_s;
        QTest::addRow("no product") << u"product"_s << QString() << u"Fill this in"_s;
        QTest::addRow("no number") << u"quantity"_s << u"many"_s << u"no whole number"_s;
    }
    void saysInPlaceWhatCannotBeSent()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, complaint);
        choose(u"PUT /cart/items/{product}"_s);
        setText(u"Session"_s, {});
        if (field == u"Body")
            raw()->click();
        setText(field, text);
        press(u"Se&nd"_s);
        QVERIFY(m_calls.empty());
        QVERIFY2(fieldNamed(field)->error().contains(complaint), qPrintable(fieldNamed(field)->error()));
        QVERIFY(fieldNamed(field)->isVisible());
        QVERIFY(fieldNamed(field)->editor()->hasFocus());
        QVERIFY(!fieldNamed(field)->editor()->accessibleDescription().isEmpty());
    }

    void showsTheAnswerOfTheNewestRequestOnly()
    {
        choose(u"GET /products"_s);
        press(u"Se&nd"_s);
        press(u"Se&nd"_s);
        EndpointAnswer answer;
        answer.response.body = R"({"items":[]})";
        m_panel->showAnswer(m_numbers[0], answer);
        QVERIFY(!answerText().contains(u"items"_s));
        m_panel->showAnswer(m_numbers[1], answer);
        QVERIFY(answerText().contains(u"items"_s));
    }

    void anotherEndpointHasItsOwnLastAnswer()
    {
        choose(u"GET /products"_s);
        auto *box = endpointBox();
        press(u"Se&nd"_s);
        m_panel->showAnswer(m_numbers[0], answerOf(200, R"({"from":"products"})"));
        QVERIFY(answerText().contains(u"products"_s));
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QVERIFY(answerText().isEmpty());
        QVERIFY(says(u"The answer appears here."_s));
        press(u"Se&nd"_s);
        QTest::keyClick(box, Qt::Key_Up);
        QVERIFY(answerText().contains(u"products"_s));
        m_panel->showAnswer(m_numbers[1], answerOf(200, R"({"from":"the next"})")); // not asked for here
        QVERIFY(answerText().contains(u"products"_s));
        QTest::keyClick(box, Qt::Key_Down);
        QVERIFY2(answerText().contains(u"the next"_s), qPrintable(answerText()));
        tabs(tableOf<HistoryModel>())->setCurrentIndex(4);
        press(u"Forget all"_s);
        QVERIFY(answerText().isEmpty());
        QTest::keyClick(box, Qt::Key_Up);
        QVERIFY(answerText().isEmpty());
    }

    void anotherEndpointHasItsOwnComparison()
    {
        shapeBox()->setCurrentIndex(2);
        choose(u"GET /stock/{product}"_s);
        press(u"Se&nd"_s);
        m_panel->showAnswer(m_numbers[0], answerOf(200, R"({"sold":3})"));
        m_panel->showFailure(m_numbers[1], u"Nobody is there"_s);
        QVERIFY(says(u"did not answer: Nobody is there"_s));
        press(u"Se&nd"_s);
        m_panel->showAnswer(m_numbers[2], answerOf(200, R"({"sold":3})"));
        m_panel->showAnswer(m_numbers[3], answerOf(200, R"({"sold":4})"));
        const auto *model = tableOf<DifferenceModel>()->model();
        QCOMPARE(model->rowCount(), 2);
        choose(u"GET /products"_s);
        QCOMPARE(model->rowCount(), 0);
        QVERIFY(says(u"Choose both shapes above and send"_s));
        choose(u"GET /stock/{product}"_s);
        QCOMPARE(model->rowCount(), 2);
        QVERIFY(says(u"They differ in 1 field"_s));
    }

    void saysWhyThereIsNoAnswer()
    {
        choose(u"GET /products"_s);
        press(u"Se&nd"_s);
        m_panel->showFailure(m_numbers[0], u"Nobody is there"_s);
        QVERIFY(answerText().contains(u"Nobody is there"_s));
    }

    void cutsOffAVeryLongAnswer()
    {
        choose(u"GET /products"_s);
        press(u"Se&nd"_s);
        EndpointAnswer answer;
        answer.response.body = QByteArray(1'000'000, 'x');
        m_panel->showAnswer(m_numbers[0], answer);
        QVERIFY(answerText().size() < 25'000);
        QVERIFY(answerText().contains(u"1,000,000"_s));
    }

    void saysWhetherAnAnswerIsAsPromised()
    {
        choose(u"GET /stock/{product}"_s);
        press(u"Se&nd"_s);
        m_panel->showAnswer(m_numbers[0],
                            answerOf(200, R"({"product":"p","available":1,"held":0,"sold":0})"));
        QVERIFY(says(u"✓ as its contract says"_s));
        press(u"Se&nd"_s);
        m_panel->showAnswer(m_numbers[1], answerOf(200, R"({"product":"p","available":"one","held":0})"));
        QVERIFY(says(u"✕ breaks its contract"_s));
    }

    void namesWhoHasAnsweredByTitle()
    {
        m_panel->choose(1, model::system::CapabilityId{u"catalogue"_s});
        choose(u"GET /products"_s);
        press(u"Se&nd"_s);
        auto answer = answerOf(200, "{}");
        answer.instance = {u"catalogue-2"_s};
        m_panel->showAnswer(m_numbers[0], answer);
        QVERIFY(says(u"from Catalogue 2"_s));
        const auto sent = tableOf<HistoryModel>()->model()->index(0, HistoryModel::RequestColumn);
        QVERIFY2(sent.data(Qt::ToolTipRole).toString().startsWith(u"Catalogue GET /products"_s),
                 qPrintable(sent.data(Qt::ToolTipRole).toString()));
    }

    void leadsToTheTraceOfAnAnswer()
    {
        QSignalSpy wanted(m_panel.get(), &ConsolePanel::traceWanted);
        choose(u"GET /products"_s);
        press(u"Se&nd"_s);
        auto answer = answerOf(200, "{}");
        answer.trace[0] = 7;
        m_panel->showAnswer(m_numbers[0], answer);
        press(u"Trace"_s);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toInt(), 1);
        QCOMPARE(wanted[0][1].value<model::telemetry::TraceId>(), answer.trace);
    }

    void keepsTheSessionOfALogIn()
    {
        choose(u"GET /cart"_s);
        press(u"Lo&g in a demo customer"_s);
        QCOMPARE(m_calls.at(0).capability.value, u"storefront"_s);
        m_panel->showAnswer(m_numbers[0], answerOf(201, R"({"token":"abc","name":"n","expiresAt":"t"})"));
        press(u"Se&nd"_s);
        QCOMPARE(m_calls.back().request.headers.find("Authorization").toByteArray(),
                 QByteArray("Bearer abc"));
    }

    void takesVariablesFromAnswers()
    {
        choose(u"GET /search"_s);
        press(u"Se&nd"_s);
        m_panel->showAnswer(m_numbers[0],
                            answerOf(200, R"({"items":[{"id":"p-0042"},{"id":"p-1"}],"total":2})"));
        choose(u"GET /stock/{product}"_s);
        press(u"Se&nd"_s);
        QCOMPARE(m_calls.back().request.target, QByteArray("/stock/p-0042"));
    }

    void takesVariablesByHand()
    {
        auto *table = tableOf<VariablesModel>();
        tabs(table)->setCurrentIndex(3);
        const int last = table->model()->rowCount() - 1;
        table->setFocus();
        table->setCurrentIndex(table->model()->index(last, 0));
        QTest::keyClick(table, Qt::Key_T); // writing begins with the first letter
        auto *editor = table->findChild<QLineEdit *>();
        QVERIFY(editor != nullptr);
        QTest::keyClicks(editor, u"hing"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(table->model()->index(last, 0).data().toString(), u"thing"_s);
        QVERIFY(table->model()->setData(table->model()->index(last, 2), u"p-9"_s, Qt::EditRole));
        choose(u"GET /stock/{product}"_s);
        type(u"product"_s, u"{{thing}}"_s);
        press(u"Se&nd"_s);
        QCOMPARE(m_calls.back().request.target, QByteArray("/stock/p-9"));
        table->setCurrentIndex(table->model()->index(last, 0));
        tabs(table)->setCurrentIndex(3);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(table->model()->rowCount(), last + 1);
    }

    void asksBothAndComparesFieldByField()
    {
        shapeBox()->setCurrentIndex(2);
        choose(u"GET /stock/{product}"_s);
        press(u"Se&nd"_s);
        QCOMPARE(m_calls.size(), size_t(2));
        QCOMPARE(m_calls[0].fleet.value, u"monolith"_s);
        QCOMPARE(m_calls[1].fleet.value, u"microservices"_s);
        auto one = answerOf(200, R"({"product":"p","available":1,"held":0,"sold":3,"only":{"a":1}})");
        one.duration = std::chrono::milliseconds(2);
        auto other = answerOf(200, R"({"product":"p","available":1,"held":0,"sold":4})");
        other.duration = std::chrono::milliseconds(6);
        m_panel->showAnswer(m_numbers[0], one);
        m_panel->showAnswer(m_numbers[1], other);
        const auto *model = tableOf<DifferenceModel>()->model();
        QCOMPARE(model->rowCount(), 3); // the time, /only and /sold
        QCOMPARE(model->index(0, 1).data().toString(), u"2.0 ms"_s);
        QCOMPARE(model->index(1, 0).data().toString(), u"/only"_s);
        QCOMPARE(model->index(1, 2).data().toString(), u"not there"_s);
        QCOMPARE(model->index(2, 1).data().toString(), u"3"_s);
        QVERIFY(says(u"3.0 times as long"_s));
        QVERIFY(tableOf<DifferenceModel>()->isVisible());
    }

    void writesAnEarlierRequestAgain()
    {
        choose(u"GET /stock/{product}"_s);
        type(u"product"_s, u"p-0005"_s);
        press(u"Se&nd"_s);
        m_panel->showAnswer(m_numbers[0], answerOf(404, "{}"));
        choose(u"POST /sessions"_s);
        raw()->click();
        setText(u"Body"_s, u"[1]"_s);
        press(u"Se&nd"_s);
        auto *history = tableOf<HistoryModel>();
        QCOMPARE(history->model()->rowCount(), 2);
        QCOMPARE(history->model()->index(0, HistoryModel::RequestColumn).data().toString(),
                 u"POST /sessions"_s);
        QVERIFY(
            history->model()->index(1, HistoryModel::OutcomeColumn).data().toString().startsWith(u"404"_s));
        tabs(history)->setCurrentIndex(4);
        history->setFocus();
        history->setCurrentIndex(history->model()->index(1, 0));
        QTest::keyClick(history, Qt::Key_Return);
        QCOMPARE(textOf(u"product"_s), u"p-0005"_s);
        press(u"Se&nd"_s);
        QCOMPARE(m_calls.back().request.target, QByteArray("/stock/p-0005"));
        history->setCurrentIndex(history->model()->index(1, 0));
        Q_EMIT history->activated(history->currentIndex());
        QVERIFY(raw()->isChecked());
        QCOMPARE(textOf(u"Body"_s), u"[1]"_s);
    }

    void remembersAtTheNextStartWithoutSecrets()
    {
        QSignalSpy changed(m_panel.get(), &ConsolePanel::memoryChanged);
        choose(u"POST /sessions"_s); // whose example has a password
        press(u"Se&nd"_s);
        m_panel->showAnswer(m_numbers[0], answerOf(201, R"({"token":"t0k3n","name":"n","expiresAt":"t"})"));
        choose(u"GET /stock/{product}"_s);
        type(u"product"_s, u"p-0005"_s);
        press(u"Se&nd"_s);
        m_panel->showAnswer(m_numbers[1], answerOf(404, "{}"));
        QVERIFY(changed.size() >= 2);
        const auto memory = m_panel->memory();
        const auto written = QJsonDocument(memory).toJson();
        QVERIFY(written.contains("p-0005"));
        QVERIFY2(!written.contains("faultline-demo") && !written.contains("t0k3n"), written);
        init(); // the next start
        choose(u"GET /stock/{product}"_s);
        QVERIFY(says(u"The answer appears here."_s));
        m_panel->recall(memory);
        QVERIFY(says(u"Last time: 404"_s)); // and no more: answers are not kept
        auto *history = tableOf<HistoryModel>();
        QCOMPARE(history->model()->rowCount(), 2);
        QVERIFY(
            history->model()->index(0, HistoryModel::OutcomeColumn).data().toString().startsWith(u"404"_s));
        tabs(history)->setCurrentIndex(4);
        history->setFocus();
        history->setCurrentIndex(history->model()->index(0, 0));
        QTest::keyClick(history, Qt::Key_Return);
        press(u"Se&nd"_s);
        QCOMPARE(m_calls.back().request.target, QByteArray("/stock/p-0005"));
    }

    void forgetsWhenToldTo()
    {
        choose(u"GET /stock/{product}"_s);
        press(u"Se&nd"_s);
        auto *variables = tableOf<VariablesModel>()->model();
        QVERIFY(variables->setData(variables->index(variables->rowCount() - 1, 0), u"mine"_s, Qt::EditRole));
        const int known = variables->rowCount() - 1;
        tabs(tableOf<HistoryModel>())->setCurrentIndex(4);
        press(u"Forget all"_s);
        QCOMPARE(tableOf<HistoryModel>()->model()->rowCount(), 0);
        QCOMPARE(variables->rowCount(), known);
        const auto written = QJsonDocument(m_panel->memory()).toJson();
        QVERIFY2(!written.contains("mine") && !written.contains("stock"), written);
    }

    void copiesAsCurl()
    {
        services::platform::Snapshot snapshot;
        snapshot.fleets.resize(2);
        snapshot.fleets[1].entryPort = 4711;
        m_panel->show(snapshot);
        m_panel->choose(1, model::system::EndpointId{{u"storefront"_s}, u"POST /api/sessions"_s});
        type(u"password"_s, u"it's"_s);
        press(u"Copy &as curl"_s);
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.startsWith(u"curl -i \\\n  -X POST \\\n  'http://127.0.0.1:4711/api/sessions'"_s),
                 qPrintable(text));
        QVERIFY2(text.contains(uR"(it'\''s)"_s), qPrintable(text));
        QVERIFY(m_calls.empty());
    }

    void sendsManyAndMeasures()
    {
        choose(u"GET /stock/{product}"_s);
        spin(u"Requests in all"_s)->setValue(6);
        spin(u"Requests at once, at most"_s)->setValue(2);
        showPage(u"Series"_s);
        press(u"Send many"_s);
        QCOMPARE(m_calls.size(), size_t(2)); // no more at once
        for (size_t next = 0; next < 6; ++next) {
            if (next == 2) {
                m_panel->showFailure(m_numbers[next], u"gone"_s);
                continue;
            }
            auto answer = answerOf(next == 5 ? 503 : 200, "{}");
            answer.duration = std::chrono::milliseconds(10 * (static_cast<int>(next) + 1));
            m_panel->showAnswer(m_numbers[next], answer);
        }
        QCOMPARE(m_calls.size(), size_t(6));
        const auto *model = tableOf<SeriesModel>()->model();
        QCOMPARE(model->rowCount(), 1);
        QCOMPARE(model->index(0, SeriesModel::EndedColumn).data().toString(), u"6 of 6"_s);
        QCOMPARE(model->index(0, SeriesModel::StatusColumn).data().toString(),
                 u"4 × 200, 1 × 503, 1 × no answer"_s);
        QCOMPARE(model->index(0, SeriesModel::MedianColumn).data().toString(),
                 u"40 ms"_s); // of 10, 20, 40, 50, 60
        QCOMPARE(model->index(0, SeriesModel::P95Column).data().toString(), u"60 ms"_s);
    }

    void aSeriesGoesOnAsItWasOrdered()
    {
        choose(u"GET /stock/{product}"_s);
        spin(u"Requests in all"_s)->setValue(4);
        spin(u"Requests at once, at most"_s)->setValue(1);
        showPage(u"Series"_s);
        press(u"Send many"_s);
        choose(u"POST /api/sessions"_s); // whose fields are empty
        for (size_t next = 0; next < 4; ++next)
            m_panel->showAnswer(m_numbers[next], answerOf(200, "{}"));
        QCOMPARE(m_calls.size(), size_t(4));
        for (const auto &call : m_calls)
            QCOMPARE(call.operation, m_calls.front().operation);
    }

    void aSeriesCanBeCancelled()
    {
        choose(u"GET /stock/{product}"_s);
        showPage(u"Series"_s);
        press(u"Send many"_s);
        const auto sent = m_calls.size();
        m_panel->showAnswer(m_numbers[0], answerOf(200, "{}"));
        QCOMPARE(m_calls.size(), sent + 1);
        press(u"Cancel"_s);
        m_panel->showAnswer(m_numbers[1], answerOf(200, "{}")); // nobody asks for more
        QCOMPARE(m_calls.size(), sent + 1);
        QCOMPARE(tableOf<SeriesModel>()->model()->index(0, SeriesModel::EndedColumn).data().toString(),
                 u"1 of 100"_s);
        QVERIFY(says(u"Cancelled"_s));
    }

    void aSeriesSaysWhyItEndsEarly()
    {
        auto *variables = tableOf<VariablesModel>()->model();
        const int last = variables->rowCount() - 1;
        QVERIFY(variables->setData(variables->index(last, 0), u"thing"_s, Qt::EditRole));
        QVERIFY(variables->setData(variables->index(last, 2), u"p-9"_s, Qt::EditRole));
        choose(u"GET /stock/{product}"_s);
        type(u"product"_s, u"{{thing}}"_s);
        showPage(u"Series"_s);
        press(u"Send many"_s);
        const auto sent = m_calls.size();
        QVERIFY(sent > 0);
        QVERIFY(variables->setData(variables->index(last, 2), QString(), Qt::EditRole));
        m_panel->showAnswer(m_numbers[0], answerOf(200, "{}"));
        QCOMPARE(m_calls.size(), sent);
        QVERIFY(says(u"{{thing}} has no value in Microservices"_s));
    }

    void showsTheWholeContract()
    {
        choose(u"PUT /cart/items/{product}"_s);
        const auto *model = tableOf<ContractModel>()->model();
        QStringList lines;
        for (int row = 0; row < model->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model->columnCount(); ++column)
                cells << model->index(row, column).data().toString();
            lines << cells.join(u'|');
        }
        const QString all = lines.join(u'\n');
        QVERIFY2(all.contains(u"Does|||Puts a product into the cart."_s)
                     || all.contains(u"Does|||Sets how many of a product are in the cart."_s),
                 qPrintable(all));
        QVERIFY2(all.contains(u"Body|quantity|integer|From 1 to 99."_s), qPrintable(all));
        QVERIFY2(all.contains(u"|404||There is no such product."_s), qPrintable(all));
        QVERIFY2(all.contains(u"|503||"_s), qPrintable(all));
    }

    void sendsHeadersAndPatience()
    {
        choose(u"GET /products"_s);
        setText(u"Headers"_s, u"X-One: 1\n\n x-two :  2 "_s);
        spin(u"Seconds to wait at most"_s)->setValue(2);
        QTest::keyClick(m_panel.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_calls.at(0).request.headers.find("x-one").toByteArray(), QByteArray("1"));
        QCOMPARE(m_calls[0].request.headers.find("X-Two").toByteArray(), QByteArray("2"));
        QCOMPARE(m_calls[0].patience, std::chrono::milliseconds(2000));
    }

private:
    static EndpointAnswer answerOf(int status, const QByteArray &body)
    {
        EndpointAnswer answer;
        answer.response.status = status;
        answer.response.body = body;
        return answer;
    }
    std::vector<QAbstractItemModel *> models() const
    {
        std::vector<QAbstractItemModel *> all;
        for (auto *table : m_panel->findChildren<QTableView *>())
            all.push_back(table->model());
        return all;
    }
    template<typename Model>
    QTableView *tableOf() const
    {
        for (auto *table : m_panel->findChildren<QTableView *>()) {
            if (qobject_cast<Model *>(table->model()) != nullptr)
                return table;
        }
        return nullptr;
    }
    static QTabWidget *tabs(QWidget *page)
    {
        while (page != nullptr && qobject_cast<QTabWidget *>(page) == nullptr)
            page = page->parentWidget();
        return static_cast<QTabWidget *>(page);
    }
    void showPage(const QString &title)
    {
        for (auto *each : m_panel->findChildren<QTabWidget *>()) {
            for (int tab = 0; tab < each->count(); ++tab) {
                if (each->tabText(tab) == title)
                    each->setCurrentIndex(tab);
            }
        }
    }
    void choose(const QString &operation)
    {
        for (auto *box : m_panel->findChildren<QComboBox *>()) {
            for (int row = 0; row < box->count(); ++row) {
                if (box->itemText(row).endsWith(u": "_s + operation))
                    box->setCurrentIndex(row);
            }
        }
    }
    void press(const QString &text)
    {
        for (auto *button : m_panel->findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button->isVisible() ? QTest::mouseClick(button, Qt::LeftButton) : button->click();
        }
        QFAIL(qPrintable(u"no button "_s + text));
    }
    QComboBox *boxNamed(const QString &name) const
    {
        for (auto *box : m_panel->findChildren<QComboBox *>()) {
            if (box->accessibleName() == name)
                return box;
        }
        return nullptr;
    }
    QComboBox *shapeBox() const { return boxNamed(u"Shape"_s); }
    QComboBox *endpointBox() const { return boxNamed(u"Endpoint"_s); }
    void pressVisible(const QString &text)
    {
        for (auto *button : m_panel->findChildren<QPushButton *>()) {
            if (button->text() == text && button->isVisible())
                return QTest::mouseClick(button, Qt::LeftButton);
        }
        QFAIL(qPrintable(u"no button "_s + text));
    }
    QLabel *errorOf(const QString &field) const { return fieldNamed(field)->findChild<QLabel *>(); }
    QCheckBox *raw() const { return m_panel->findChild<QCheckBox *>(); }
    QSpinBox *spin(const QString &name) const
    {
        for (auto *box : m_panel->findChildren<QSpinBox *>()) {
            if (box->accessibleName() == name)
                return box;
        }
        return nullptr;
    }
    bool says(const QString &words) const
    {
        const auto labels = m_panel->findChildren<QLabel *>();
        return std::ranges::any_of(labels,
                                   [&](const QLabel *label) { return label->text().contains(words); });
    }
    Field *fieldNamed(const QString &name) const
    {
        for (auto *field : m_panel->findChildren<Field *>()) {
            if (field->editor()->accessibleName() == name)
                return field;
        }
        return nullptr;
    }
    QString textOf(const QString &field) const
    {
        const auto *editor = fieldNamed(field)->editor();
        const auto *lines = qobject_cast<const QPlainTextEdit *>(editor);
        return lines != nullptr ? lines->toPlainText() : qobject_cast<const QLineEdit *>(editor)->text();
    }
    void setText(const QString &field, const QString &text)
    {
        auto *editor = fieldNamed(field)->editor();
        if (auto *lines = qobject_cast<QPlainTextEdit *>(editor))
            lines->setPlainText(text);
        else
            qobject_cast<QLineEdit *>(editor)->setText(text);
    }
    // With the keyboard, as a person does.
    void type(const QString &field, const QString &text)
    {
        auto *line = qobject_cast<QLineEdit *>(fieldNamed(field)->editor());
        line->setFocus();
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, text);
    }
    QString answerText() const
    {
        for (auto *edit : m_panel->findChildren<QPlainTextEdit *>()) {
            if (edit->isReadOnly())
                return edit->toPlainText();
        }
        return {};
    }

    std::unique_ptr<ConsolePanel> m_panel;
    std::vector<EndpointCall> m_calls;
    std::vector<quint64> m_numbers;
};

QTEST_MAIN(TestConsolePanel)
#include "tst_consolepanel.moc"
