// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/operation/everyfault.h>
#include <model/operation/faultcheck.h>
#include <model/operation/faulttable.h>
#include <model/operation/faulttext.h>
#include <model/operation/faultwords.h>
#include <model/packaging/presets.h>
#include <model/system/systemreader.h>

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace model::operation;
using model::system::System;
using model::system::SystemReader;

namespace {

const System &shop()
{
    static const System system
        = SystemReader::readFile(QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json")).value();
    return system;
}

QString messagesOf(const model::result::Errors &errors)
{
    QStringList lines;
    for (const auto &error : errors)
        lines.append(error.subject + u": "_s + error.message);
    return lines.join(u" | "_s);
}

// Settings in the middle of their ranges.
Fault withEverySetting(Fault fault)
{
    for (const auto &range : description(fault.kind).settings) {
        const double middle = (range.minimum + range.maximum) / 2;
        fault.settings.insert(range.setting, isWhole(range.setting) ? std::floor(middle) : middle);
    }
    return fault;
}

} // namespace

class TestFaultText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTableIsInTheOrderOfItsKinds();
    void eachKindCanBeDoneToTheShop();
    void readingWhatWasWrittenGivesAnEqualFault();
    void inWords_data();
    void inWords();
    void inWordsByTitles_data();
    void inWordsByTitles();
    void isReadFromItsText_data();
    void isReadFromItsText();
    void whatIsSetToItsPresetIsNotSet();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void severalMistakesAreReportedAtOnce();
    void instancesMustBeThere();
    void aCutLineIsCutOnce();
};

void TestFaultText::theTableIsInTheOrderOfItsKinds()
{
    const auto table = faultTable();
    QCOMPARE(table.size(), std::size_t(FaultKind::RetryStorm) + 1);
    for (std::size_t i = 0; i < table.size(); ++i) {
        QCOMPARE(std::size_t(table[i].kind), i);
        QCOMPARE(faultKindOf(QString::fromLatin1(table[i].word)), table[i].kind);
        for (const auto &range : table[i].settings)
            QVERIFY2(range.minimum <= range.preset && range.preset <= range.maximum, table[i].word);
    }
}

void TestFaultText::eachKindCanBeDoneToTheShop()
{
    const auto faults = everyFault(shop());
    for (const auto &row : faultTable())
        QVERIFY2(std::ranges::find(faults, row.kind, &Fault::kind) != faults.end(), row.word);
    for (const auto &fault : faults)
        QCOMPARE(messagesOf(errorsOf(fault, shop())), QString());
}

void TestFaultText::readingWhatWasWrittenGivesAnEqualFault()
{
    for (const auto &each : everyFault(shop())) {
        for (Fault fault : {each, withEverySetting(each)}) {
            for (const auto &fleet : {u""_s, u"by-team"_s}) {
                fault.target.fleet.value = fleet;
                const QString text = textOf(fault);
                const auto read = readFault(text, shop());
                QVERIFY2(read, qPrintable(text));
                QVERIFY2(*read == fault, qPrintable(text));
                QCOMPARE(textOf(*read), text);
                QVERIFY2(!words(fault).contains(u'{'), qPrintable(words(fault)));
            }
        }
    }
}

void TestFaultText::inWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *text, const char *sentence) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(sentence);
    };
    row("crash:catalogue", "catalogue has crashed");
    row("crash:catalogue#2", "instance 2 of catalogue has crashed");
    row("crash-loop:search", "search crashes again and again, 1000 ms after each boot");
    row("freeze:cart", "cart stands still");
    row("refuse:cart", "cart refuses connections");
    row("reset:cart", "cart breaks off its answers");
    row("reset:cart,share=0.3", "cart breaks off 30 % of its answers");
    row("memory-leak:cart", "cart leaks 8 MB/s until it is killed at 64 MB");
    row("cpu-burn:cart", "something useless takes 80 % of the processor of cart");
    row("clock-skew:cart,skew=-60", "the clock of cart is wrong by -60 s");
    row("bad-configuration:cart", "cart has a bad configuration and is never ready");
    row("hang:payments", "payments hangs");
    row("hang:payments,share=0.3", "payments hangs in 30 % of its requests");
    row("slow:catalogue,delay=800", "catalogue answers 800 ms later");
    row("slow-jittered:catalogue", "catalogue answers 500 ms later, give or take 250 ms");
    row("slow-tail:catalogue", "catalogue answers 2000 ms later in 5 % of its requests");
    row("errors:orders", "orders fails with status 500");
    row("errors:orders,share=0.2,status=503", "orders fails in 20 % of its requests with status 503");
    row("cut-off:orders>payments", "orders is cut off from payments");
    row("cut-requests:orders>payments", "what orders asks payments is lost on its way");
    row("cut-replies:orders>payments", "what payments answers orders is lost on its way");
    row("link-slow:orders>payments", "the line from orders to payments takes 500 ms longer");
    row("link-loss:orders>payments", "the line from orders to payments loses 20 % of what it carries");
    row("link-bandwidth:orders>payments", "the line from orders to payments carries only 0.1 kB/s");
    row("store-locked:cart", "the database of cart is locked");
    row("store-full:cart", "the disk of the database of cart is full");
    row("store-slow:cart", "the database of cart takes 500 ms longer");
    row("store-lost:cart", "the database of cart is lost");
    row("store-corrupt:cart", "the database of cart is damaged");
    row("broker-down@monolith", "the message broker is down (monolith)");
    row("broker-slow", "the message broker delivers 500 ms later");
    row("poison-message:order.placed>notifications",
        "notifications gets a message of order.placed that it can never handle");
    row("traffic-spike,factor=5", "5 times as many customers come");
    row("retry-storm,repeats=3", "customers try 3 more times at once when something fails");
}

void TestFaultText::inWords()
{
    QFETCH(QString, text);
    const auto fault = readFault(text, shop());
    QVERIFY2(fault, fault ? "" : qPrintable(messagesOf(fault.error())));
    QTEST(words(*fault), "sentence");
}

void TestFaultText::inWordsByTitles_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *text, const char *sentence) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(sentence);
    };
    row("crash:catalogue", "Catalogue has crashed");
    row("crash:catalogue#2", "instance 2 of Catalogue has crashed");
    row("cut-replies:orders>payments", "what Payments answers Orders is lost on its way");
    row("broker-down@monolith", "the message broker is down"); // whoever asks knows the fleet
    row("poison-message:order.placed>notifications",
        "Notifications gets a message of order.placed that it can never handle");
}

void TestFaultText::inWordsByTitles()
{
    QFETCH(QString, text);
    const auto fault = readFault(text, shop());
    QVERIFY2(fault, fault ? "" : qPrintable(messagesOf(fault.error())));
    QTEST(words(*fault, titlesOf(*fault, shop())), "sentence");
}

void TestFaultText::isReadFromItsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Fault>("fault");
    QTest::newRow("instance and fleet")
        << u"crash:catalogue#2@by-team"_s
        << Fault{FaultKind::Crash, {{u"catalogue"_s}, 2, {u"by-team"_s}}, {}, {}, {}};
    QTest::newRow("a setting")
        << u"slow:payments,delay=800"_s
        << Fault{FaultKind::Slow, {{u"payments"_s}, 0, {}}, {}, {}, {{FaultSetting::DelayMs, 800}}};
    QTest::newRow("spaces around settings")
        << u"slow-jittered:payments , delay=800, jitter=10"_s
        << Fault{FaultKind::SlowJittered,
                 {{u"payments"_s}, 0, {}},
                 {},
                 {},
                 {{FaultSetting::DelayMs, 800}, {FaultSetting::JitterMs, 10}}};
    QTest::newRow("a line") << u"cut-off:orders>payments"_s
                            << Fault{FaultKind::CutOff, {{u"orders"_s}, 0, {}}, {u"payments"_s}, {}, {}};
    QTest::newRow("a line that is cut both ways, from its other end")
        << u"cut-off:payments>orders"_s
        << Fault{FaultKind::CutOff, {{u"payments"_s}, 0, {}}, {u"orders"_s}, {}, {}};
    QTest::newRow("a queue")
        << u"poison-message:order.placed>notifications"_s
        << Fault{FaultKind::PoisonMessage, {{u"notifications"_s}, 0, {}}, {}, {u"order.placed"_s}, {}};
    QTest::newRow("a fleet") << u"broker-down@microservices"_s
                             << Fault{FaultKind::BrokerDown, {{}, 0, {u"microservices"_s}}, {}, {}, {}};
}

void TestFaultText::isReadFromItsText()
{
    QFETCH(QString, text);
    QFETCH(Fault, fault);
    const auto read = readFault(text, shop());
    QVERIFY2(read, read ? "" : qPrintable(messagesOf(read.error())));
    QCOMPARE(*read, fault);
}

void TestFaultText::whatIsSetToItsPresetIsNotSet()
{
    QCOMPARE(readFault(u"slow:payments,delay=500"_s).value(), readFault(u"slow:payments"_s).value());
}

void TestFaultText::mistakesAreNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *text, const char *message) {
        QTest::newRow(*text == 0 ? "nothing" : text)
            << QString::fromLatin1(text) << QString::fromLatin1(message);
    };
    row("crsh:catalogue", "crsh: \"crsh\" is no kind of fault. Did you mean \"crash\"?");
    row("meteorite",
        "meteorite: \"meteorite\" is no kind of fault. Write \"crash\", \"crash-loop\", \"freeze\", ");
    row("", ": \"\" is no kind of fault. Write ");
    row("crash",
        "crash: It is not said what to do it to. Write crash:CAPABILITY or crash:CAPABILITY#INSTANCE.");
    row("crash:", "crash: It is not said what to do it to.");
    row("crash:catalog", "catalog: There is no capability \"catalog\". Did you mean \"catalogue\"?");
    row("crash:catalogue#0", "catalogue#0: \"0\" is no instance. Write a whole number from 1.");
    row("crash:catalogue#two", "catalogue#two: \"two\" is no instance. Write a whole number from 1.");
    row("store-lost:cart#1", "cart#1: All instances share one database. Write store-lost:CAPABILITY.");
    row("store-lost:storefront",
        "storefront: storefront stores nothing. Those who do: accounts, catalogue, ");
    row("crash:catalogue@", "crash:catalogue@: A fleet is missing after \"@\". ");
    row("broker-down:cart", "cart: \"broker-down\" is done to a whole fleet. Leave \":cart\" out.");
    row("crash:catalogue,delay=3", "delay=3: \"crash\" has no setting \"delay\". It has none.");
    row("slow:catalogue,jitter=3", "jitter=3: \"slow\" has no setting \"jitter\". It has \"delay\".");
    row("slow:catalogue,dely=3",
        "dely=3: \"slow\" has no setting \"dely\". It has \"delay\". Did you mean \"delay\"?");
    row("slow:catalogue,delay", "delay: \"delay\" has no value. Write delay=500.");
    row("slow:catalogue,delay=fast", "delay=fast: \"fast\" is not a number. Write one, as in delay=500.");
    row("slow:catalogue,delay=nan", "delay: \"delay\" cannot be nan. Write a number from 10 to 10000.");
    row("slow:catalogue,delay=10001", "delay: \"delay\" cannot be 10001. Write a number from 10 to 10000.");
    row("slow:catalogue,delay=20,delay=30", "delay=30: \"delay\" is set twice. Remove one of the two.");
    row("errors:catalogue,status=500.5",
        "status: \"status\" cannot be 500.5. Write a whole number from 400 to 599.");
    row("cut-off:orders", "orders: \"orders\" does not name two ends. Write cut-off:CALLER>CALLEE.");
    row("cut-off:orders>", "orders>: \"orders>\" does not name two ends.");
    row("cut-off:orders>search", "search: orders never calls search. It calls cart, inventory, payments.");
    row("link-slow:payments>orders",
        "orders: payments never calls orders. It calls nobody: name the caller first.");
    row("poison-message:order.place>cart",
        "order.place: There is no topic \"order.place\". Did you mean \"order.placed\"?");
    row("poison-message:shipment.created>cart",
        "cart: cart does not listen to shipment.created. Those who do: notifications.");
}

void TestFaultText::mistakesAreNamed()
{
    QFETCH(QString, text);
    QFETCH(QString, message);
    const auto read = readFault(text, shop());
    QVERIFY(!read);
    const QString found = messagesOf(read.error());
    QVERIFY2(found.startsWith(message), qPrintable(found));
}

void TestFaultText::severalMistakesAreReportedAtOnce()
{
    const auto read = readFault(u"slow:payments,dely=3,jitter=4"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().size(), std::size_t(2));
}

void TestFaultText::instancesMustBeThere()
{
    auto packaging = model::packaging::microservices(shop());
    const auto second = readFault(u"crash:catalogue#2"_s).value();
    QCOMPARE(
        messagesOf(errorsOf(second, packaging)),
        u"catalogue#2: catalogue has 1 instance in \"microservices\". Name one of them, or none for all."_s);
    packaging.units[2].instances = 2;
    QCOMPARE(messagesOf(errorsOf(second, packaging)), QString());
    const auto elsewhere = readFault(u"crash:catalogue#3@monolith"_s).value();
    QCOMPARE(messagesOf(errorsOf(elsewhere, packaging)), QString());
}

void TestFaultText::aCutLineIsCutOnce()
{
    QStringList cut;
    for (const auto &fault : everyFault(shop())) {
        if (fault.kind == FaultKind::CutOff)
            cut.append(textOf(fault));
    }
    QCOMPARE(cut.size(), 13);
    QVERIFY(cut.contains(u"cut-off:recommendations>catalogue"_s));
}

QTEST_GUILESS_MAIN(TestFaultText)

#include "tst_faulttext.moc"
