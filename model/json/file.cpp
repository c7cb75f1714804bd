// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "file.h"

#include "outline.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace model::json {

using namespace Qt::StringLiterals;
using result::Error;
using result::Errors;
using result::failure;
using result::Kind;
using result::Result;

namespace {

QString megabytes(qint64 bytes)
{
    return QString::number(static_cast<double>(bytes) / (1024 * 1024), 'f', 1);
}

Error tooLarge(const QString &path, qint64 size, qint64 limit)
{
    return {Kind::TooLarge,
            u"The file has %1 MiB, more than the %2 MiB that are read. Is it the right file?"_s.arg(
                megabytes(size), megabytes(limit)),
            path};
}

QString syntaxRemedy(QJsonParseError::ParseError error)
{
    switch (error) {
    case QJsonParseError::UnterminatedObject:
        return u"an object does not end. Add the missing \"}\" or \",\""_s;
    case QJsonParseError::UnterminatedArray:
        return u"a list does not end. Add the missing \"]\" or \",\""_s;
    case QJsonParseError::MissingNameSeparator:
        return u"there is no \":\" between a name and its value. Add it"_s;
    case QJsonParseError::MissingObject:
        return u"the name of a member was expected. Write it in double quotes, and no \",\" before \"}\""_s;
    case QJsonParseError::UnterminatedString:
        return u"a text does not end. Add the missing double quote"_s;
    case QJsonParseError::IllegalNumber:
        return u"this is no number. Write digits, at most one dot and an exponent"_s;
    case QJsonParseError::IllegalEscapeSequence:
        return u"this escape does not exist. Use \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four digits"_s;
    case QJsonParseError::IllegalUTF8String:
        return u"these bytes are not UTF-8. Save the file as UTF-8"_s;
    case QJsonParseError::GarbageAtEnd:
        return u"something follows the end of the object. Remove it"_s;
    case QJsonParseError::DeepNesting:
        return u"lists and objects are nested too deeply. Is it the right file?"_s;
    case QJsonParseError::DocumentTooLarge:
        return u"the file is too large"_s;
    default:
        return u"a value was expected: a text in double quotes, a number, true, false, null, {...} or [...]"_s;
    }
}

Error syntaxError(const QJsonParseError &parsed, const QByteArray &text, const QString &file)
{
    const Position at = position(text, parsed.offset);
    return {Kind::InvalidInput,
            u"This is not valid JSON at line %1, column %2: %3."_s.arg(at.line).arg(at.column).arg(
                syntaxRemedy(parsed.error)),
            file};
}

// The top object, or why there is none.
Result<QJsonObject> parse(const QByteArray &text, const QString &file, const Format &format)
{
    if (text.trimmed().isEmpty())
        return failure(Kind::InvalidInput,
                       u"The file is empty. A %1 file is a JSON object."_s.arg(format.name), file);
    if (text.startsWith("\xFF\xFE") || text.startsWith("\xFE\xFF") || text.contains('\0'))
        return failure(Kind::InvalidInput, u"This is not UTF-8 text. Save the file as UTF-8."_s, file);
    QJsonParseError parsed;
    const auto document = QJsonDocument::fromJson(text, &parsed);
    if (parsed.error != QJsonParseError::NoError)
        return failure(syntaxError(parsed, text, file));
    if (!document.isObject())
        return failure(Kind::InvalidInput,
                       u"A %1 file is a JSON object, {...}; this is a list."_s.arg(format.name), file + u'#');
    return document.object();
}

void findRepeated(const QByteArray &text, Problems &problems)
{
    outline(text, [&problems](const Place &place) {
        if (place.repeated)
            problems.add(place.pointer, u"This name stands twice in its object. Remove one of them."_s);
    });
}

void readTop(ObjectReader &in, const Format &format, const ObjectReader::Each &read)
{
    in.text(u"$schema"_s, sentence(), QString());
    const int version = in.integer(u"formatVersion"_s, {1, 1'000'000});
    if (version > format.version) {
        in.report(u"formatVersion"_s,
                  u"This %1 file has format %2, this program reads %3. Update the program."_s.arg(format.name)
                      .arg(version)
                      .arg(format.version));
    }
    read(in);
    in.finish();
}

} // namespace

Result<QByteArray> readBytes(const QString &path, qint64 maximumBytes)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(Kind::NotFound, u"There is no such file. Check its name and folder."_s, path);
    if (!info.isFile())
        return failure(Kind::InvalidInput, u"This is not a regular file. Name a JSON file."_s, path);
    if (info.size() > maximumBytes)
        return failure(tooLarge(path, info.size(), maximumBytes));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(Kind::Forbidden,
                       u"The file cannot be read: %1. Check its permissions."_s.arg(file.errorString()),
                       path);
    }
    QByteArray bytes = file.read(maximumBytes + 1); // it may have grown since
    if (file.error() != QFileDevice::NoError)
        return failure(Kind::Corrupt, u"The file cannot be read: %1."_s.arg(file.errorString()), path);
    if (bytes.size() > maximumBytes)
        return failure(tooLarge(path, bytes.size(), maximumBytes));
    return bytes;
}

Errors
readText(const QByteArray &text, const QString &file, const Format &format, const ObjectReader::Each &read)
{
    if (text.size() > format.maximumBytes)
        return {tooLarge(file, text.size(), format.maximumBytes)};
    const auto top = parse(text, file, format);
    if (!top)
        return {top.error()};
    Problems problems;
    findRepeated(text, problems);
    ObjectReader in(*top, {}, problems);
    readTop(in, format, read);
    return problems.isEmpty() ? Errors{} : problems.toErrors(file, text);
}

Errors readFile(const QString &path, const Format &format, const ObjectReader::Each &read)
{
    const auto text = readBytes(path, format.maximumBytes);
    if (!text)
        return {text.error()};
    return readText(*text, path, format, read);
}

} // namespace model::json
