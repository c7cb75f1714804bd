// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formfields.h"

#include <model/json/outline.h>
#include <model/system/operation.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace app::console {

using namespace Qt::StringLiterals;
using model::system::Shape;
using model::system::ShapeKind;
using Place = FormField::Place;

namespace {

constexpr QChar bare(0xe000); // of private use: marks a text that loses its quotes

bool namesVariable(const QString &value)
{
    return value.contains(u"{{"_s);
}

void addLeaves(const Shape &shape, const QStringList &steps, std::vector<FormField> &fields)
{
    for (const auto &[name, member] : shape.members)
        addLeaves(member, steps + QStringList{name}, fields);
    for (const auto &element : shape.element)
        addLeaves(element, steps + QStringList{u"0"_s}, fields);
    if (shape.members.empty() && shape.element.empty())
        fields.push_back({Place::Body, steps, shape});
}

QJsonValue leafOf(const Shape &shape, const QString &value)
{
    if (shape.kind == ShapeKind::Text)
        return value;
    if (namesVariable(value))
        return QString(bare) + value;
    if (shape.kind == ShapeKind::Flag)
        return value == u"true"_s;
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(value);
}

// The container with the leaf in it; what is on the way is made.
QJsonValue withLeaf(const QJsonValue &container, const QStringList &steps, const QJsonValue &leaf)
{
    if (steps.isEmpty())
        return leaf;
    const auto rest = steps.mid(1);
    if (steps.front() == u"0"_s) {
        auto list = container.toArray();
        const auto element = withLeaf(list.isEmpty() ? QJsonValue() : list.first(), rest, leaf);
        return QJsonArray{element};
    }
    auto object = container.toObject();
    object.insert(steps.front(), withLeaf(object.value(steps.front()), rest, leaf));
    return object;
}

QJsonValue leafAt(QJsonValue value, const QStringList &steps)
{
    for (const auto &step : steps)
        value = value.isArray() ? value.toArray().at(0) : value.toObject().value(step);
    return value;
}

QString writtenLeaf(const QJsonValue &leaf)
{
    if (leaf.isBool())
        return leaf.toBool() ? u"true"_s : u"false"_s;
    return leaf.isDouble() ? QString::number(leaf.toDouble(), 'g', 15) : leaf.toString();
}

// Variables which stand without quotes are no JSON: dressed as a text they are.
template<typename Dress>
QString dressed(const QString &body, Dress dress)
{
    static const QRegularExpression textOrVariable(uR"("(?:[^"\\]|\\.)*"|\{\{\s*[A-Za-z0-9_-]+\s*\}\})"_s);
    QString json;
    qsizetype done = 0;
    for (auto found = textOrVariable.globalMatch(body); found.hasNext();) {
        const auto match = found.next();
        json += QStringView(body).mid(done, match.capturedStart() - done);
        json += match.capturedView().startsWith(u'"') ? match.captured() : dress(match.captured());
        done = match.capturedEnd();
    }
    json += QStringView(body).mid(done);
    return json;
}

QString quoted(const QString &body)
{
    return dressed(body, [](const QString &variable) { return u"\"%1%2\""_s.arg(bare, variable); });
}

// As long as it was, so that a place in it is one in the body.
QString masked(const QString &body)
{
    return dressed(body,
                   [](const QString &variable) { return u'"' + QString(variable.size() - 2, u'x') + u'"'; });
}

} // namespace

QString FormField::title() const
{
    QString words;
    for (const auto &step : steps) {
        if (step == u"0"_s)
            words += u"[1]"_s;
        else
            words += (words.isEmpty() ? QString() : u"."_s) + step;
    }
    return words;
}

std::optional<QJsonValue> readBody(const QString &body)
{
    const auto document = QJsonDocument::fromJson(quoted(body).toUtf8());
    if (document.isNull())
        return {};
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QString writtenBody(const QJsonValue &body)
{
    const auto document = body.isArray() ? QJsonDocument(body.toArray()) : QJsonDocument(body.toObject());
    static const QRegularExpression marked(u"\"%1([^\"]*)\""_s.arg(bare));
    return QString::fromUtf8(document.toJson()).trimmed().replace(marked, u"\\1"_s);
}

std::optional<BodyFault> faultOf(const QString &body)
{
    const auto text = masked(body).toUtf8();
    QJsonParseError parsed;
    QJsonDocument::fromJson(text, &parsed);
    if (parsed.error == QJsonParseError::NoError)
        return {};
    const auto strict = model::json::outline(text, [](const model::json::Place &) {});
    const auto offset = strict.has_value() ? strict->offset : qsizetype(parsed.offset);
    const auto at = model::json::position(text, offset);
    return BodyFault{QString::fromUtf8(text.first(std::min(offset, text.size()))).size(),
                     QCoreApplication::translate("app::console", "Line %1, column %2: this is not JSON (%3).")
                         .arg(at.line)
                         .arg(at.column)
                         .arg(parsed.errorString())};
}

std::vector<FormField> formFields(const QString &operation, const model::system::Contract *contract)
{
    std::vector<FormField> fields;
    const auto parsed = model::system::parseOperation(operation);
    for (const auto &name : parsed.has_value() ? parsed->parameters() : QStringList()) {
        Shape shape;
        if (contract != nullptr) {
            const auto said = std::ranges::find(contract->path, name, &model::system::NamedShape::name);
            shape = said == contract->path.end() ? shape : said->shape;
        }
        fields.push_back({Place::Path, {name}, shape});
    }
    if (contract == nullptr)
        return fields;
    for (const auto &[name, shape] : contract->query)
        fields.push_back({Place::Query, {name}, shape});
    if (contract->request.has_value())
        addLeaves(*contract->request, {}, fields);
    return fields;
}

QString bodyOf(const std::vector<FormField> &fields, const QStringList &values)
{
    QJsonValue body;
    for (qsizetype at = 0; at < values.size(); ++at) {
        const auto &field = fields[static_cast<size_t>(at)];
        if (field.place == Place::Body && (!values[at].isEmpty() || !field.shape.optional))
            body = withLeaf(body, field.steps, leafOf(field.shape, values[at]));
    }
    if (body.isNull())
        return {};
    return writtenBody(body);
}

QString queryOf(const std::vector<FormField> &fields, const QStringList &values)
{
    QStringList parts;
    for (qsizetype at = 0; at < values.size(); ++at) {
        const auto &field = fields[static_cast<size_t>(at)];
        if (field.place == Place::Query && !values[at].isEmpty())
            parts << field.steps.front() + u'='
                    + QString::fromLatin1(QUrl::toPercentEncoding(values[at], "{}"));
    }
    return parts.join(u'&');
}

std::optional<QStringList>
valuesOf(const std::vector<FormField> &fields, const QString &body, const QString &query)
{
    const bool isEmpty = body.trimmed().isEmpty();
    const auto content = isEmpty ? QJsonValue() : readBody(body);
    if (!content.has_value())
        return {};
    const QUrlQuery parameters(query);
    QStringList values;
    for (const auto &field : fields) {
        if (field.place == Place::Body)
            values << writtenLeaf(leafAt(*content, field.steps)).remove(bare);
        else if (field.place == Place::Query)
            values << parameters.queryItemValue(field.steps.front(), QUrl::FullyDecoded);
        else
            values << QString();
    }
    const bool isWhole = isEmpty || readBody(bodyOf(fields, values)) == content;
    const bool isKnown = std::ranges::all_of(parameters.queryItems(), [&](const auto &item) {
        const bool isOnce = parameters.allQueryItemValues(item.first).size() == 1;
        return isOnce && std::ranges::any_of(fields, [&](const FormField &field) {
                   return field.place == Place::Query && field.steps.front() == item.first;
               });
    });
    return isWhole && isKnown ? std::optional(values) : std::nullopt;
}

QString complaintOf(const FormField &field, const QString &value)
{
    const auto kind = field.shape.kind;
    if (value.isEmpty()) {
        const bool mayBeEmpty = field.shape.optional || kind == ShapeKind::Text;
        return mayBeEmpty ? QString() : QCoreApplication::translate("app::console", "Fill this in.");
    }
    bool isNumber = true;
    if (kind == ShapeKind::Whole)
        value.toLongLong(&isNumber);
    else if (kind == ShapeKind::Number)
        value.toDouble(&isNumber);
    if (namesVariable(value))
        return {};
    if (!isNumber && kind == ShapeKind::Whole)
        return QCoreApplication::translate("app::console", "This is no whole number.");
    if (!isNumber)
        return QCoreApplication::translate("app::console", "This is no number.");
    if (kind == ShapeKind::Flag && value != u"true"_s && value != u"false"_s)
        return QCoreApplication::translate("app::console", "Write true or false.");
    return {};
}

} // namespace app::console
