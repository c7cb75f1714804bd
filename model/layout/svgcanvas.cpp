// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "svgcanvas.h"

namespace model::layout {

using namespace Qt::StringLiterals;

namespace {

// Tenths of a pixel are enough; no exponent, and the same in every locale.
QString number(qreal value)
{
    QString text = QString::number(value, 'f', 1);
    return text.endsWith(u".0"_s) ? text.chopped(2) : text;
}

QString pair(QPointF point)
{
    return number(point.x()) + u' ' + number(point.y());
}

} // namespace

SvgCanvas::SvgCanvas(QByteArray &document, QSizeF size)
    : m_xml(&document)
{
    m_xml.setAutoFormatting(true);
    m_xml.setAutoFormattingIndent(1);
    m_xml.writeStartDocument();
    m_xml.writeStartElement(u"svg"_s);
    m_xml.writeDefaultNamespace(u"http://www.w3.org/2000/svg"_s);
    m_xml.writeAttribute(u"width"_s, number(size.width()));
    m_xml.writeAttribute(u"height"_s, number(size.height()));
    m_xml.writeAttribute(u"viewBox"_s, u"0 0 %1 %2"_s.arg(number(size.width()), number(size.height())));
    m_xml.writeAttribute(u"role"_s, u"img"_s);
    m_xml.writeAttribute(u"aria-labelledby"_s, u"title description"_s);
}

void SvgCanvas::describe(const QString &title, const QString &description)
{
    for (const auto &[element, text] : {std::pair(u"title"_s, title), std::pair(u"desc"_s, description)}) {
        m_xml.writeStartElement(element);
        m_xml.writeAttribute(u"id"_s, element == u"title" ? u"title"_s : u"description"_s);
        m_xml.writeCharacters(printable(text));
        m_xml.writeEndElement();
    }
}

void SvgCanvas::style(const QString &sheet)
{
    m_xml.writeTextElement(u"style"_s, sheet);
}

void SvgCanvas::arrowHead(const QString &name, const QString &styleClass)
{
    m_xml.writeStartElement(u"marker"_s);
    m_xml.writeAttribute(u"id"_s, name);
    m_xml.writeAttribute(u"viewBox"_s, u"0 0 8 8"_s);
    m_xml.writeAttribute(u"refX"_s, u"7.5"_s);
    m_xml.writeAttribute(u"refY"_s, u"4"_s);
    m_xml.writeAttribute(u"markerWidth"_s, u"7"_s);
    m_xml.writeAttribute(u"markerHeight"_s, u"7"_s);
    m_xml.writeAttribute(u"markerUnits"_s, u"userSpaceOnUse"_s);
    m_xml.writeAttribute(u"orient"_s, u"auto"_s);
    path(u"M0.5 1L7.5 4L0.5 7Z"_s, styleClass, {});
    m_xml.writeEndElement();
}

void SvgCanvas::beginGroup(const QString &styleClass, const QString &title)
{
    m_xml.writeStartElement(u"g"_s);
    m_xml.writeAttribute(u"class"_s, styleClass);
    if (!title.isEmpty())
        m_xml.writeTextElement(u"title"_s, printable(title));
}

void SvgCanvas::endGroup()
{
    m_xml.writeEndElement();
}

void SvgCanvas::rectangle(const QRectF &box, qreal radius, const QString &styleClass)
{
    m_xml.writeStartElement(u"rect"_s);
    m_xml.writeAttribute(u"x"_s, number(box.x()));
    m_xml.writeAttribute(u"y"_s, number(box.y()));
    m_xml.writeAttribute(u"width"_s, number(box.width()));
    m_xml.writeAttribute(u"height"_s, number(box.height()));
    m_xml.writeAttribute(u"rx"_s, number(radius));
    m_xml.writeAttribute(u"class"_s, styleClass);
    m_xml.writeEndElement();
}

void SvgCanvas::circle(QPointF centre, qreal radius, const QString &styleClass)
{
    m_xml.writeStartElement(u"circle"_s);
    m_xml.writeAttribute(u"cx"_s, number(centre.x()));
    m_xml.writeAttribute(u"cy"_s, number(centre.y()));
    m_xml.writeAttribute(u"r"_s, number(radius));
    m_xml.writeAttribute(u"class"_s, styleClass);
    m_xml.writeEndElement();
}

void SvgCanvas::curve(const std::vector<QPointF> &points, const QString &styleClass, const QString &head)
{
    if (points.empty())
        return;
    QString commands = u'M' + pair(points.front());
    for (std::size_t i = 1; i + 2 < points.size(); i += 3)
        commands += u'C' + pair(points[i]) + u' ' + pair(points[i + 1]) + u' ' + pair(points[i + 2]);
    path(commands, styleClass, head);
}

void SvgCanvas::cylinder(const QRectF &box, const QString &styleClass)
{
    const QString arc = u"a%1 %2 0 0 "_s.arg(number(box.width() / 2), number(box.height() / 7));
    const qreal top = box.top() + box.height() / 7;
    const QString side = number(box.height() - 2 * box.height() / 7);
    const QString right = number(box.width());
    path(u"M%1"_s.arg(pair({box.left(), top})) + arc + u"1 %1 0v%2"_s.arg(right, side) + arc
             + u"1 -%1 0z"_s.arg(right) + u"M%1"_s.arg(pair({box.right(), top})) + arc
             + u"1 -%1 0"_s.arg(right),
         styleClass, {});
}

void SvgCanvas::text(
    QPointF at, const QString &text, const QString &styleClass, Lettering lettering, qreal width)
{
    m_xml.writeStartElement(u"text"_s);
    m_xml.writeAttribute(u"x"_s, number(at.x()));
    m_xml.writeAttribute(u"y"_s, number(at.y()));
    m_xml.writeAttribute(u"class"_s, styleClass);
    m_xml.writeCharacters(elided(printable(text), lettering, width));
    m_xml.writeEndElement();
}

void SvgCanvas::path(const QString &commands, const QString &styleClass, const QString &head)
{
    m_xml.writeStartElement(u"path"_s);
    m_xml.writeAttribute(u"d"_s, commands);
    m_xml.writeAttribute(u"class"_s, styleClass);
    if (!head.isEmpty())
        m_xml.writeAttribute(u"marker-end"_s, u"url(#%1)"_s.arg(head));
    m_xml.writeEndElement();
}

void SvgCanvas::finish()
{
    m_xml.writeEndElement();
    m_xml.writeEndDocument();
}

} // namespace model::layout
