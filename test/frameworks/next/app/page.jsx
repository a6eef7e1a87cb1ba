export default function Home() {
  return <h1>Sample</h1>;
}
