// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/system/contract.h>
#include <model/system/systemreader.h>
#include <model/system/systemwriter.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <tests/model/schema/jsonedit.h>

using namespace Qt::StringLiterals;
using namespace model::system;

class TestContract : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatIsNotAsPromised()
    {
        const Shape thing = object({{u"name"_s, {}}, {u"count"_s, of(ShapeKind::Whole)}});
        Shape list = of(ShapeKind::List);
        list.element = {thing};
        Shape maybe = of(ShapeKind::Flag);
        maybe.optional = true;
        const Shape answer = object({{u"items"_s, list}, {u"more"_s, maybe}});
        const auto good = QJsonObject{
            {u"items"_s, QJsonArray{QJsonObject{{u"name"_s, u"a"_s}, {u"count"_s, 2}}}}, {u"stranger"_s, 1}};
        QVERIFY(deviations(good, answer).empty());
        const auto bad
            = QJsonObject{{u"items"_s, QJsonArray{QJsonObject{{u"count"_s, 2.5}}}}, {u"more"_s, 1}};
        QStringList found;
        for (const auto &[pointer, expected, isMissing] : deviations(bad, answer))
            found << u"%1 %2 %3"_s.arg(pointer, word(expected)).arg(isMissing);
        QCOMPARE(
            found,
            (QStringList{u"/items/0/name string 1"_s, u"/items/0/count integer 0"_s, u"/more boolean 0"_s}));
        QCOMPARE(deviations(QJsonArray(), answer).front().pointer, QString());
    }

    void examplesAreOfTheirKind()
    {
        Shape count = of(ShapeKind::Whole);
        count.example = u"3"_s;
        Shape product;
        product.example = u"{{product}}"_s;
        Shape silent;
        silent.optional = true;
        Shape list = of(ShapeKind::List);
        list.element = {product};
        QCOMPARE(exampleOf(object({{u"count"_s, count}, {u"list"_s, list}, {u"silent"_s, silent}})),
                 QJsonValue(QJsonObject{{u"count"_s, 3}, {u"list"_s, QJsonArray{u"{{product}}"_s}}}));
    }

    void isWrittenAsItIsRead()
    {
        const auto system = shop();
        const auto again = SystemReader::readText(toJson(system), u"f"_s);
        QVERIFY(again.has_value());
        QCOMPARE(toJson(*again), toJson(system));
    }

    void oneIsLikeAnother()
    {
        const auto system = shop();
        const EndpointId outer{{u"storefront"_s}, u"POST /api/orders"_s};
        const EndpointId inner{{u"orders"_s}, u"POST /orders"_s};
        QVERIFY(system.contract(outer) != nullptr);
        QCOMPARE(system.contract(outer), system.contract(inner));
        QVERIFY(system.contract({{u"nobody"_s}, u"GET /"_s}) == nullptr);
    }

    void saysWhatAContractCannotMean_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("message");
        const QString outer = u"/capabilities/0/endpoints/2/contract/like"_s;
        QTest::newRow("like nobody") << outer << QJsonValue(u"accounts GET /nothing"_s)
                                     << u"There is no endpoint"_s;
        QTest::newRow("like one that is like another")
            << outer << QJsonValue(u"storefront POST /api/sessions"_s) << u"no contract of its own"_s;
        QTest::newRow("a parameter that is none")
            << u"/capabilities/2/endpoints/1/contract/path/stranger"_s
            << QJsonValue(QJsonObject{{u"type"_s, u"string"_s}}) << u"The path has no {stranger}"_s;
        QTest::newRow("a type that is none") << u"/capabilities/2/endpoints/1/contract/path/id/type"_s
                                             << QJsonValue(u"text"_s) << u"\"string\""_s;
    }
    void saysWhatAContractCannotMean()
    {
        QFETCH(QString, pointer);
        QFETCH(QJsonValue, value);
        QFETCH(QString, message);
        const auto wrong = tests::schema::edited(document(), pointer, value);
        const auto system = SystemReader::readText(tests::schema::textOf(wrong), u"f"_s);
        QVERIFY(!system.has_value());
        QCOMPARE(system.error().front().subject, u"f#"_s + pointer);
        QVERIFY2(system.error().front().message.contains(message),
                 qPrintable(system.error().front().message));
    }

private:
    static Shape of(ShapeKind kind)
    {
        Shape shape;
        shape.kind = kind;
        return shape;
    }
    static Shape object(std::vector<NamedShape> members)
    {
        Shape shape = of(ShapeKind::Object);
        shape.members = std::move(members);
        return shape;
    }
    static QJsonValue document()
    {
        return tests::schema::valueOf(tests::schema::sourceFile(u"resources/systems/shop.json"_s));
    }
    static System shop() { return SystemReader::readText(tests::schema::textOf(document()), u"f"_s).value(); }
};

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
